import { readContentFolder } from "@triptych/data";
import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import process from "node:process";
import { formatContent } from "../format/format-content.ts";
import { writeWhole } from "../record/write-whole.ts";
import { chosenFolder, type FolderChoice, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  check?: true;
  json?: true;
}

interface Outcome {
  file: string;
  outcome: "unchanged" | "formatted" | "would change" | "left alone";
  reason?: string;
}

async function formatFile(path: string, isCheck: boolean): Promise<Outcome> {
  const file = relative(process.cwd(), path);
  const text = await readFile(path, "utf8");
  const formatted = formatContent(text);
  if (formatted.kind === "unreadable")
    return { file, outcome: "left alone", reason: formatted.reason };
  if (formatted.text === text) return { file, outcome: "unchanged" };
  if (isCheck) return { file, outcome: "would change" };
  await writeWhole(path, formatted.text);
  return { file, outcome: "formatted" };
}

function report(outcomes: readonly Outcome[]): string {
  const changed = outcomes.filter(({ outcome }) => outcome !== "unchanged");
  return changed
    .map(
      ({ file, outcome, reason }) =>
        `${outcome}  ${file}${reason === undefined ? "" : `: ${reason}`}`,
    )
    .join("\n");
}

async function format(folder: string | undefined, options: Options): Promise<ExitCode> {
  const contents = await readContentFolder(chosenFolder(folder, options));
  if (contents.paths.length === 0)
    throw new CommandFault(
      contents.faults.map(({ file, message }) => `${file} ${message}`).join("\n"),
    );
  const outcomes: Outcome[] = [];
  for (const path of contents.paths) outcomes.push(await formatFile(path, options.check === true));
  if (options.json === true) printJson(outcomes);
  else note(report(outcomes));
  return outcomes.some(({ outcome }) => outcome === "left alone" || outcome === "would change")
    ? EXIT.negative
    : EXIT.done;
}

const HELP = `
Keys come in the order of the schema, indentation and spacing become even; values, comments and the order of lists stay.

Examples:
  cv fmt                    the record that comes with the project, or CV_DIR
  cv fmt my-record --check  changes nothing, lists what would change

Exit codes: 0 all files are in canonical form, 1 one would change (--check) or cannot be read.`;

export function declareFmt(command: Command): void {
  withFolder(command)
    .option("--check", "change nothing; exit 1 if a file would change")
    .addOption(sharedOption("json", "print [{ file, outcome, reason }] as JSON"))
    .addHelpText("after", HELP)
    .action(exitWith(format));
}
