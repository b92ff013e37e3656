import { formatFault, loadCv } from "@triptych/data";
import { type Cv, PartialDate } from "@triptych/schema";
import {
  type Changes,
  changesMarkdown,
  changesText,
  compareRecords,
  composePeriod,
} from "@triptych/view";
import { type Command, InvalidArgumentError, Option } from "commander";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { explainPast, openPastFolder } from "../history/past-folder.ts";
import { chosenFolder, requireRecord } from "../record/record-source.ts";
import { fail, print, tell } from "../terminal/output.ts";

interface Options {
  since?: PartialDate;
  until?: PartialDate;
  format: "text" | "markdown" | "json";
  json?: true;
  dir?: string;
}

const FORMATS = {
  text: changesText,
  markdown: changesMarkdown,
  json: (changes: Changes) => JSON.stringify(changes, null, 2),
} as const satisfies Record<Options["format"], (changes: Changes) => string>;

function parseDate(text: string): PartialDate {
  const parsed = PartialDate.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(
    `It ${parsed.error.issues.map(({ message }) => message).join(", and ")}.`,
  );
}

async function readFolder(folder: string, shown: string): Promise<Cv | undefined> {
  const result = await loadCv(folder);
  if (result.kind === "valid") return result.cv;
  const [first] = result.faults;
  fail(
    `The record of ${shown} has ${result.faults.length} faults${first === undefined ? "" : `, the first: ${formatFault({ ...first, file: shown })}`}`,
  );
  return undefined;
}

/** A state of the record: a folder, or the content folder as it was in a revision. */
async function readState(state: string, content: string): Promise<Cv | undefined> {
  const folder = resolve(state);
  if (
    await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
  )
    return readFolder(folder, state);
  const past = await openPastFolder(content, state);
  if (past.kind !== "found") {
    fail(explainPast(past, content, state));
    return undefined;
  }
  try {
    return await readFolder(past.folder, state);
  } finally {
    await past.dispose();
  }
}

async function compareStates(
  from: string,
  to: string | undefined,
  { dir }: Options,
): Promise<Changes | undefined> {
  const content = chosenFolder(dir);
  const before = await readState(from, content);
  if (before === undefined) return undefined;
  const after = to === undefined ? await requireRecord(dir) : await readState(to, content);
  return after === undefined ? undefined : compareRecords(before, after);
}

async function periodOf(since: PartialDate, { until, dir }: Options): Promise<Changes | undefined> {
  const cv = await requireRecord(dir);
  if (cv === undefined) return undefined;
  const undated = cv.publications.filter(({ appearances }) =>
    appearances.every(({ date }) => date === undefined),
  ).length;
  if (undated > 0)
    tell(
      `${undated} ${undated === 1 ? "work has" : "works have"} no date and cannot be placed in time.`,
    );
  return composePeriod(cv, { since, until: until ?? new Date().toISOString().slice(0, 10) });
}

async function diff(
  from: string | undefined,
  to: string | undefined,
  options: Options,
): Promise<void> {
  if ((from === undefined) === (options.since === undefined))
    return fail(
      "Say either which states to compare (cv diff A [B]) or since when (cv diff --since 2024).",
    );
  if (options.since === undefined && options.until !== undefined)
    return fail("--until goes with --since; two states are compared as they are.");
  const changes =
    options.since === undefined
      ? await compareStates(from ?? "", to, options)
      : await periodOf(options.since, options);
  if (changes === undefined) return;
  const format = options.json === true ? "json" : options.format;
  tell(format === "json" ? "" : changes.summary);
  const text = FORMATS[format](changes);
  if (text !== "") print(text);
}

const HELP = `
A and B are folders, or revisions of the git repository the content folder stands in; without B, the record as it is now.
With --since the record's own dates decide, as in an annual report: works that appeared, were accepted or honoured, entries that began or
ended. What is new about works is what the digest would tell.

Examples:
  cv diff HEAD~10                             since ten commits ago
  cv diff last-year/ this-year/               between two folders
  cv diff --since 2024 --until 2024 --format markdown > report.md

Exit codes: 0 compared, 1 a state cannot be read.`;

export function registerDiff(program: Command): void {
  program
    .command("diff")
    .description("what changed between two states of the record, or since a date")
    .argument("[a]", "folder or git revision")
    .argument("[b]", "folder or git revision; else the record as it is now")
    .option("--since <date>", "what happened then or later: 2024, 2024-06 or 2024-06-12", parseDate)
    .option("--until <date>", "with --since: and not later than this; else today", parseDate)
    .option(
      "--dir <folder>",
      "the content folder; else CV_DIR, else the record that comes with the project",
    )
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["text", "markdown", "json"])
        .default("text"),
    )
    .option("--json", "the same as --format json")
    .addHelpText("after", HELP)
    .action(diff);
}
