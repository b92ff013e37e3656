import { type MergePlan, planMerge, type SourcedReading } from "@triptych/exchange/import";
import { Cv, Profile } from "@triptych/schema";
import type { Command } from "commander";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { describeImport, formatImport } from "../import/import-report.ts";
import { EXIT, exitAsUsage, reportPointers } from "../import/import-session.ts";
import { readSources } from "../import/import-source.ts";
import { completeReadings, explainAnswer } from "../lookup/lookup-session.ts";
import { settleMarks } from "../import/mark-question.ts";
import { guessOwner } from "../import/owner-guess.ts";
import { commitChanges } from "../edit/record-commit.ts";
import { draftChanges } from "../edit/record-draft.ts";
import { formatValue } from "../edit/record-text.ts";
import { openTerminal, type Terminal } from "../terminal/terminal.ts";
import { listTodos, PLACEHOLDER } from "../import/todo-list.ts";
import { type ImportFlags, withImportFlags } from "./import.ts";
import { collect } from "./repeated-flag.ts";

interface InitFlags extends Omit<ImportFlags, "into" | "dryRun"> {
  from?: string[];
  name?: string;
  email?: string;
  orcid?: string;
}

/**
 * The owner as a profile, from flags, files and answers, in this order; each unset where nobody
 * says it.
 */
async function settleProfile(
  flags: InitFlags,
  readings: readonly SourcedReading[],
  terminal: Terminal,
): Promise<{ profile: Record<string, unknown>; note?: string }> {
  const guess = guessOwner(readings);
  const asked =
    flags.name ??
    (guess?.isSure === true ? guess.name : undefined) ??
    (await terminal.ask?.("Your name, in its full and usual form?", guess?.name ?? ""));
  const name = asked === undefined || asked === "" ? (guess?.name ?? PLACEHOLDER) : asked;
  const isGuessed = asked === undefined && guess?.isSure === false;
  const email =
    flags.email ??
    (readings.length === 0
      ? await terminal.ask?.("Your e-mail address? (empty: none)", "")
      : undefined);
  const orcid =
    flags.orcid ??
    (readings.length === 0 ? await terminal.ask?.("Your ORCID iD? (empty: none)", "") : undefined);
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
  return {
    profile: {
      ...(id === "" ? {} : { id }),
      name,
      ...(email === undefined || email === "" ? {} : { emails: [email] }),
      ...(orcid === undefined || orcid === "" ? {} : { orcid }),
    },
    ...(isGuessed
      ? {
          note: `The record is about ${name}, who is an author of ${guess.from}; if that is not you, give --name.`,
        }
      : {}),
  };
}

async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) =>
    error instanceof Error && "code" in error && error.code === "ENOENT" ? [] : undefined,
  );
  return names !== undefined && names.length === 0;
}

/** Makes the folder beside its place and moves it there whole. */
async function createFolder(
  folder: string,
  fill: (draft: string) => Promise<number>,
): Promise<number> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const code = await fill(draft);
    if (code === EXIT.done) {
      await rm(folder, { recursive: true, force: true });
      await rename(draft, folder);
    }
    return code;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function explain(folder: string, todos: readonly string[], terminal: Terminal): void {
  const shown = relative(process.cwd(), folder) || ".";
  terminal.print(`\n${terminal.paint("green", `${shown} holds a record that passes the check.`)}`);
  if (todos.length > 0)
    terminal.print(
      `What you may want to complete:\n${todos.map((todo) => `  - ${todo}`).join("\n")}`,
    );
  terminal.print(`Next: CV_DIR=${shown} npm start shows your site.`);
}

/** Everything a new record is made of, or the exit code of what was told instead. */
async function gather(
  flags: InitFlags,
  terminal: Terminal,
): Promise<
  number | { profile: Record<string, unknown>; note?: string | undefined; plan: MergePlan }
> {
  const tell = (message: string, code: number) => {
    terminal.note(message);
    return code;
  };
  const sources = await readSources(flags.from ?? [], flags.format, (file) =>
    terminal.progress(`Reading ${file} …`),
  );
  terminal.progress("");
  if (sources.kind === "unreadable") return tell(sources.message, EXIT.usage);
  const { profile, note } = await settleProfile(flags, sources.readings, terminal);
  const hasWorks = sources.readings.some(({ reading }) =>
    reading.found.some(({ kind }) => kind === "work"),
  );
  if (hasWorks && profile["name"] === PLACEHOLDER)
    return tell("The files do not say whose works they are; give --name.", EXIT.usage);
  const parsed = Profile.safeParse(profile);
  if (!parsed.success)
    return tell(
      parsed.error.issues
        .map(({ path, message }) => `${path.map(String).join(".")} ${message}`)
        .join("\n"),
      EXIT.usage,
    );
  const completed =
    flags.offline === true
      ? { kind: "found" as const, readings: sources.readings }
      : await completeReadings(sources.readings, flags, parsed.data, terminal);
  if (completed.kind !== "found")
    return tell(
      `${explainAnswer(completed, "the works")} With --offline these works are left out.`,
      EXIT.offline,
    );
  const { readings } = completed;
  const marks = await settleMarks(readings, flags.marks, terminal);
  if (marks.kind === "unknown") return tell(marks.message, EXIT.usage);
  return {
    profile,
    note,
    plan: planMerge(Cv.parse({ profile }), readings, {
      marks: marks.marks,
      aliases: flags.alias ?? [],
    }),
  };
}

async function runInit(dir: string, flags: InitFlags): Promise<number> {
  const terminal = openTerminal({ quiet: flags.json === true });
  const folder = resolve(process.cwd(), dir);
  if (!(await isFree(folder))) {
    terminal.note(
      `${dir} is not an empty folder; name a new one. To add to a record that exists: import FILE --into ${dir}.`,
    );
    return EXIT.usage;
  }
  const gathered = await gather(flags, terminal);
  if (typeof gathered === "number") return gathered;
  const { profile, note, plan } = gathered;
  const fill = async (draft: string) => {
    await writeFile(
      join(draft, "profile.yaml"),
      `# Who the record is about.\n${formatValue({ profile })}\n`,
    );
    const drafted = await draftChanges(draft, plan.edits);
    const outcome =
      drafted.kind === "faulty" ? drafted : await commitChanges(draft, drafted.changes, plan.cv);
    if (outcome.kind !== "written")
      throw new Error(`A new record came out faulty: ${JSON.stringify(outcome)}`);
    const todos = listTodos(plan.cv);
    reportPointers(plan);
    if (flags.json === true)
      terminal.print(JSON.stringify({ folder, ...describeImport(plan), complete: todos }, null, 2));
    else {
      if (note !== undefined) terminal.print(terminal.paint("yellow", note));
      if (plan.read > 0) terminal.print(formatImport(plan, terminal.paint));
      explain(folder, todos, terminal);
    }
    return EXIT.done;
  };
  try {
    return await createFolder(folder, fill);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    terminal.note(`${dir} cannot be made: ${error.message}`);
    return EXIT.faulty;
  }
}

export function registerInit(program: Command): void {
  withImportFlags(
    exitAsUsage(program.command("init"))
      .description(
        "make a new content folder: from nothing, or from files you have. In a terminal it asks; elsewhere it takes flags and defaults.",
      )
      .argument("<dir>", "the folder to make; it must not exist, or be empty")
      .option("--from <file>", "a file to take over; may be given more than once", collect)
      .option("--name <name>", "your name; else that of the files, else it is asked for")
      .option("--email <address>", "your e-mail address")
      .option("--orcid <id>", "your ORCID iD"),
  )
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the folder cannot be written, 2 the folder, a file or a flag cannot be used, 3 there is no connection.",
    )
    .action(async (dir: string, flags: InitFlags) => {
      process.exitCode = await runInit(dir, flags);
    });
}
