import { readContentFolder } from "@triptych/data";
import type { Command } from "commander";
import { readFile, rename, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import process from "node:process";
import { formatContent } from "../format/format-content.ts";
import { chosenFolder, FOLDER } from "../record/record-source.ts";
import { fail, print, tell } from "../terminal/output.ts";

interface Options {
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
  // Whole or not at all: a crash never leaves half a file of the only record there is.
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, formatted.text);
  await rename(draft, path);
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

async function format(folder: string | undefined, { check, json }: Options): Promise<void> {
  const contents = await readContentFolder(chosenFolder(folder));
  if (contents.paths.length === 0)
    return fail(contents.faults.map(({ file, message }) => `${file} ${message}`).join("\n"));
  const outcomes: Outcome[] = [];
  for (const path of contents.paths) outcomes.push(await formatFile(path, check === true));
  if (json === true) print(JSON.stringify(outcomes, null, 2));
  else tell(report(outcomes));
  if (outcomes.some(({ outcome }) => outcome === "left alone" || outcome === "would change"))
    process.exitCode = 1;
}

const HELP = `
Keys come in the order of the schema, indentation and spacing become even; values, comments and the order of lists stay.

Examples:
  cv fmt                    the record that comes with the project, or CV_DIR
  cv fmt my-record --check  changes nothing, lists what would change

Exit codes: 0 all files are in canonical form, 1 one would change (--check) or cannot be read.`;

export function registerFmt(program: Command): void {
  program
    .command("fmt")
    .description("write the content files in canonical form")
    .argument("[dir]", FOLDER)
    .option("--check", "change nothing; exit 1 if a file would change")
    .option("--json", "print [{ file, outcome, reason }] as JSON")
    .addHelpText("after", HELP)
    .action(format);
}
