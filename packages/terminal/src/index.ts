/**
 * The one grammar of the programs `cv`, `pdf`, `digest`, `bench` and `prove`. A program is a value:
 *
 * await startProgram({ name: "cv", description: "Checks the record and hands it to the renderers.",
 * variables: async () => (await import("./env.ts")).Variables, commands: { check: { summary: "print
 * every fault with its place", load: async () => (await
 * import("./commands/check.ts")).declareCheck, }, }, });
 *
 * A command's module is loaded when the command is chosen. It says what it takes, and its action
 * returns an exit code:
 *
 * export function declareCheck(command: Command): void { command.addOption(sharedOption("json",
 * "print { valid, faults }")).action(exitWith(check)); }
 *
 * Results go to standard output (`print`), all else to standard error (`note`). What stops a
 * command for a reason that its user can change is a `CommandFault`: one sentence and an exit code.
 * Anything else that is thrown is a bug: its stack is shown, and that it is ours.
 * `docs/commands.md` is the same for readers.
 */
export { CommandFault } from "./command-fault.ts";
export { EXIT, type ExitCode } from "./exit-code.ts";
export { runStep } from "./failure.ts";
export { exitWith, readAs, repeated, sharedOption, type SharedOption } from "./option.ts";
export { note, paintFor, type Paint, print, printJson } from "./output.ts";
export { formatBar, openProgress, type Progress } from "./progress.ts";
export { type CommandEntry, type Program, runProgram, startProgram } from "./program.ts";
export { explainSurroundings, explainWriting, writeNamed } from "./surroundings.ts";
export { formatTable } from "./table.ts";
export { openTerminal, type Terminal } from "./terminal.ts";
export { readVersion } from "./version.ts";
export { Command, InvalidArgumentError, Option } from "commander";
