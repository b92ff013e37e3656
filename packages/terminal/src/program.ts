import { Command, CommanderError } from "commander";
import process from "node:process";
import type { z } from "zod";
import { EXIT, listExitCodes } from "./exit-code.ts";
import { type Explain, reportFailure } from "./failure.ts";
import { outliveReader } from "./output.ts";
import { formatTable } from "./table.ts";
import { listVariables } from "./variables.ts";
import { readVersion } from "./version.ts";

/** Says what a command takes and does. */
type Declare = (command: Command) => void;

export interface CommandEntry {
  /** One line for the list of commands. */
  summary: string;
  /** Its module, loaded when it is chosen, so that help and other commands start without it. */
  load: () => Promise<Declare>;
}

export interface Program {
  name: string;
  description: string;
  /** The program is a list of commands, or does one thing. */
  commands?: Readonly<Record<string, CommandEntry>>;
  declare?: Declare;
  /** Variables of the environment that it reads, for its help. */
  variables?: () => Promise<z.ZodObject<Record<string, z.ZodType>>>;
  /** Sentences for errors that only this program meets. */
  explain?: Explain;
}

const indent = (rows: readonly (readonly [string, string])[]) =>
  formatTable(rows.map(([name, meaning]) => [`  ${name}`, meaning]));

async function moreHelp({ variables }: Program): Promise<string> {
  const named = variables === undefined ? [] : listVariables(await variables());
  return [
    "",
    "Exit codes",
    indent(listExitCodes()),
    ...(named.length === 0 ? [] : ["", "Variables of the environment", indent(named)]),
    "",
    "Results go to standard output, everything else to standard error.",
  ].join("\n");
}

/**
 * The command that is meant: the first word that is no option, or the one that help is asked for.
 */
function chosenName(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((arg) => !arg.startsWith("-"));
  return first === "help" ? second : first;
}

const asksHelp = (args: readonly string[]) =>
  args.length === 0 || args.includes("--help") || args.includes("-h") || args[0] === "help";

async function createProgram(program: Program, args: readonly string[]): Promise<Command> {
  const command = new Command(program.name)
    .description(program.description)
    .version(readVersion(), "-V, --version", "print the version of Triptych")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError(`(${program.name} --help says what it takes)`)
    .exitOverride();
  program.declare?.(command);
  const chosen = program.commands === undefined ? undefined : chosenName(args);
  for (const [name, { summary, load }] of Object.entries(program.commands ?? {})) {
    const added = command.command(name).description(summary);
    if (name === chosen)
      (await load())(
        added.showHelpAfterError(`(${program.name} ${name} --help says what it takes)`),
      );
  }
  if (chosen === undefined && asksHelp(args)) command.addHelpText("after", await moreHelp(program));
  return command;
}

/**
 * Runs a program with what was typed after its name. The exit code is set for the end of the
 * process.
 */
export async function runProgram(program: Program, args: readonly string[]): Promise<void> {
  try {
    await (await createProgram(program, args)).parseAsync([...args], { from: "user" });
  } catch (error) {
    // Commander has said already what is wrong, or has shown its help.
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
    else {
      const code = reportFailure(error, {
        explain: program.explain,
        json: args.includes("--json"),
      });
      // A command that is piped to may have its own word for "try again".
      process.exitCode ??= code;
    }
  }
}

/** How long a command that failed may still write and close. */
const LINGER_MS = 10_000;

/** The same as the whole of a process, with what its user typed. */
export async function startProgram(program: Program): Promise<void> {
  outliveReader();
  process.on("uncaughtException", (error) => {
    const code = reportFailure(error, { explain: program.explain, json: false });
    process.exit(process.exitCode === undefined || process.exitCode === 0 ? code : undefined);
  });
  await runProgram(program, process.argv.slice(2));
  // What a failed command has left open keeps nobody waiting who wants to start it again.
  if (process.exitCode !== undefined && process.exitCode !== EXIT.done)
    setTimeout(() => process.exit(), LINGER_MS).unref();
}
