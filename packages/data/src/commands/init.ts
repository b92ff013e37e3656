import { planMerge, type SourcedReading } from "@triptych/exchange/import";
import { Cv, Profile } from "@triptych/schema";
import type { Command } from "commander";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { describeImport, formatImport } from "../import-report.ts";
import { EXIT } from "../import-session.ts";
import { readSources } from "../import-source.ts";
import { settleMarks } from "../mark-question.ts";
import { guessOwner } from "../owner-guess.ts";
import { commitChanges } from "../record-commit.ts";
import { draftChanges } from "../record-draft.ts";
import { formatValue } from "../record-text.ts";
import { openTerminal, type Terminal } from "../terminal.ts";
import { listTodos, PLACEHOLDER } from "../todo-list.ts";
import { type ImportFlags, withImportFlags } from "./import.ts";

interface InitFlags extends Omit<ImportFlags, "into" | "dryRun"> {
  from?: string[];
  name?: string;
  email?: string;
  orcid?: string;
}

/** The owner as a profile, from flags, files and answers, in this order; each unset where nobody says it. */
async function settleProfile(
  flags: InitFlags,
  readings: readonly SourcedReading[],
  terminal: Terminal,
): Promise<{ profile: Record<string, unknown>; note?: string }> {
  const guess = guessOwner(readings);
  const asked =
    flags.name ?? (guess?.isSure === true ? guess.name : undefined) ?? (await terminal.ask?.("Your name, in its full and usual form?", guess?.name ?? ""));
  const name = asked === undefined || asked === "" ? (guess?.name ?? PLACEHOLDER) : asked;
  const isGuessed = asked === undefined && guess?.isSure === false;
  const email = flags.email ?? (readings.length === 0 ? await terminal.ask?.("Your e-mail address? (empty: none)", "") : undefined);
  const orcid = flags.orcid ?? (readings.length === 0 ? await terminal.ask?.("Your ORCID iD? (empty: none)", "") : undefined);
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
    ...(isGuessed ? { note: `The record is about ${name}, who is an author of ${guess.from}; if that is not you, give --name.` } : {}),
  };
}

async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => (error instanceof Error && "code" in error && error.code === "ENOENT" ? [] : undefined));
  return names !== undefined && names.length === 0;
}

/** Makes the folder beside its place and moves it there whole. */
async function createFolder(folder: string, fill: (draft: string) => Promise<number>): Promise<number> {
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
  if (todos.length > 0) terminal.print(`What you may want to complete:\n${todos.map((todo) => `  - ${todo}`).join("\n")}`);
  terminal.print(`Next: CV_DIR=${shown} npm start shows your site.`);
}

async function runInit(dir: string, flags: InitFlags): Promise<number> {
  const json = flags.json === true;
  const terminal = openTerminal({ quiet: json });
  const folder = resolve(process.cwd(), dir);
  if (!(await isFree(folder))) {
    terminal.note(`${dir} is not an empty folder; name a new one. To add to a record that exists: import FILE --into ${dir}.`);
    return EXIT.usage;
  }
  const sources = await readSources(flags.from ?? [], flags.format, (file) => terminal.progress(`Reading ${file} …`));
  terminal.progress("");
  if (sources.kind === "unreadable") {
    terminal.note(sources.message);
    return EXIT.usage;
  }
  const marks = await settleMarks(sources.readings, flags.marks, terminal);
  if (marks.kind === "unknown") {
    terminal.note(marks.message);
    return EXIT.usage;
  }
  const { profile, note } = await settleProfile(flags, sources.readings, terminal);
  const parsed = Profile.safeParse(profile);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) terminal.note(`${path.map(String).join(".")} ${message}`);
    return EXIT.usage;
  }
  return createFolder(folder, async (draft) => {
    await writeFile(join(draft, "profile.yaml"), `# Who the record is about.\n${formatValue({ profile })}\n`);
    const plan = planMerge(Cv.parse({ profile }), sources.readings, { marks: marks.marks, aliases: flags.alias ?? [] });
    for (const { file, key, line, id } of plan.pointers)
      plan.remarks.push({ kind: "left-out", file, key, line, reason: `it names no authors; look it up with add ${id.value}` });
    const outcome = await commitChanges(draft, await draftChanges(draft, plan.edits), plan.cv);
    if (outcome.kind !== "written") throw new Error(`A new record came out faulty: ${JSON.stringify(outcome)}`);
    const todos = listTodos(plan.cv);
    if (json) terminal.print(JSON.stringify({ folder, ...describeImport(plan), complete: todos }, null, 2));
    else {
      if (note !== undefined) terminal.print(terminal.paint("yellow", note));
      if (sources.readings.length > 0) terminal.print(formatImport(plan, terminal.paint));
      explain(folder, todos, terminal);
    }
    return EXIT.done;
  });
}

export function addInitCommand(program: Command): void {
  const collect = (value: string, before: string[] = []) => [...before, value];
  withImportFlags(
    program
      .command("init")
      .description("make a new content folder: from nothing, or from files you have. In a terminal it asks; elsewhere it takes flags and defaults.")
      .argument("<dir>", "the folder to make; it must not exist, or be empty")
      .option("--from <file>", "a file to take over; may be given more than once", collect)
      .option("--name <name>", "your name; else that of the files, else it is asked for")
      .option("--email <address>", "your e-mail address")
      .option("--orcid <id>", "your ORCID iD"),
  )
    .addHelpText("after", "\nExit codes: 0 done, 2 the folder, a file or a flag cannot be used.")
    .action(async (dir: string, flags: InitFlags) => {
      process.exitCode = await runInit(dir, flags);
    });
}
