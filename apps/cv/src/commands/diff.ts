import { formatFault, loadCv } from "@triptych/data";
import { type Cv, PartialDate } from "@triptych/schema";
import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  note,
  Option,
  print,
  readAs,
  sharedOption,
} from "@triptych/terminal";
import {
  type Changes,
  changesMarkdown,
  changesText,
  compareRecords,
  composePeriod,
} from "@triptych/view";
import { language } from "../words.ts";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { explainPast, openPastFolder } from "../history/past-folder.ts";
import { chosenFolder, type FolderChoice, requireRecord } from "./record-source.ts";

interface Options extends FolderChoice {
  since?: PartialDate;
  until?: PartialDate;
  format: "text" | "markdown" | "json";
  json?: true;
}

const FORMATS = {
  text: (changes: Changes) => changesText(changes, language),
  markdown: (changes: Changes) => changesMarkdown(changes, language),
  json: (changes: Changes) => JSON.stringify(changes, null, 2),
} as const satisfies Record<Options["format"], (changes: Changes) => string>;

async function readFolder(folder: string, shown: string): Promise<Cv> {
  const result = await loadCv(folder);
  if (result.kind === "valid") return result.cv;
  const [first] = result.faults;
  throw new CommandFault(
    `The record of ${shown} has ` +
      `${result.faults.length} faults${first === undefined ? "" : `, the first: ${formatFault({ ...first, file: shown })}`}`,
  );
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A state of the record: a folder, or the content folder as it was in a revision. */
async function readState(state: string, content: string): Promise<Cv> {
  const folder = resolve(state);
  if (await isFolder(folder)) return readFolder(folder, state);
  const past = await openPastFolder(content, state);
  if (past.kind !== "found") throw new CommandFault(explainPast(past, content, state));
  try {
    return await readFolder(past.folder, state);
  } finally {
    await past.dispose();
  }
}

async function compareStates(
  from: string,
  to: string | undefined,
  content: string,
): Promise<Changes> {
  const before = await readState(from, content);
  const after = to === undefined ? await requireRecord(content) : await readState(to, content);
  return compareRecords(before, after, language);
}

async function periodOf(
  since: PartialDate,
  until: PartialDate | undefined,
  content: string,
): Promise<Changes> {
  const cv = await requireRecord(content);
  const undated = cv.publications.filter(({ appearances }) =>
    appearances.every(({ date }) => date === undefined),
  ).length;
  if (undated > 0)
    note(
      `${undated} ${undated === 1 ? "work has" : "works have"} no date and cannot be placed ` +
        "in time.",
    );
  return composePeriod(
    cv,
    { since, until: until ?? new Date().toISOString().slice(0, 10) },
    language,
  );
}

async function diff(
  from: string | undefined,
  to: string | undefined,
  options: Options,
): Promise<void> {
  const { since, until } = options;
  if ((from === undefined) === (since === undefined))
    throw new CommandFault(
      "Say either which states to compare (cv diff A [B]) or since when (cv diff --since 2024).",
      EXIT.misused,
    );
  if (since === undefined && until !== undefined)
    throw new CommandFault(
      "--until goes with --since; two states are compared as they are.",
      EXIT.misused,
    );
  const content = chosenFolder(undefined, options);
  const changes =
    since === undefined
      ? await compareStates(from ?? "", to, content)
      : await periodOf(since, until, content);
  const format = options.json === true ? "json" : options.format;
  if (format !== "json") note(changes.summary);
  print(FORMATS[format](changes));
}

const HELP = `
A and B are folders, or revisions of the git repository the content folder stands in; without B, the record as it is now.
With --since the record's own dates decide, as in an annual report: works that appeared, were accepted or honoured, entries that began or
ended. What is new about works is what the digest would tell.

Examples:
  cv diff HEAD~10                             since ten commits ago
  cv diff last-year/ this-year/               between two folders
  cv diff --since 2024 --until 2024 --format markdown > report.md

Exit codes: 0 compared, 1 a state cannot be read, 2 neither states nor a date are named.`;

const readDate = readAs(PartialDate);

export function declareDiff(command: Command): void {
  command
    .argument("[a]", "folder or git revision")
    .argument("[b]", "folder or git revision; else the record as it is now")
    .option("--since <date>", "what happened then or later: 2024, 2024-06 or 2024-06-12", readDate)
    .option("--until <date>", "with --since: and not later than this; else today", readDate)
    .addOption(sharedOption("dir"))
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["text", "markdown", "json"])
        .default("text"),
    )
    .addOption(sharedOption("json", "the same as --format json"))
    .addHelpText("after", HELP)
    .action(exitWith(diff));
}
