import { Command } from "commander";
import process from "node:process";
import { styleText } from "node:util";
import { formatFault } from "./fault.ts";
import { contentFolder } from "./content-folder.ts";
import { loadCv, type LoadResult } from "./load-cv.ts";
import { writeRecord } from "./write-record.ts";

const paint = (style: "red" | "yellow" | "green", text: string) => styleText(style, text, { stream: process.stderr });
const count = (value: number, word: string) => `${value} ${word}${value === 1 ? "" : "s"}`;

function load(asked: string | undefined): Promise<LoadResult> {
  return loadCv(contentFolder(asked ?? process.env.CV_DIR, process.cwd()));
}

function printResult(result: LoadResult): void {
  for (const warning of result.warnings) process.stderr.write(`${paint("yellow", "warning")}  ${formatFault(warning)}\n`);
  if (result.kind === "valid") return;
  for (const fault of result.faults) process.stderr.write(`${formatFault(fault)}\n`);
}

async function check(folder: string | undefined, { json }: { json?: true }): Promise<void> {
  const result = await load(folder);
  if (json === true) {
    const { warnings } = result;
    process.stdout.write(`${JSON.stringify({ valid: result.kind === "valid", faults: result.kind === "valid" ? [] : result.faults, warnings }, null, 2)}\n`);
  } else {
    printResult(result);
    const summary = result.kind === "faulty" ? paint("red", count(result.faults.length, "fault")) : paint("green", `valid: ${count(result.cv.publications.length, "publication")}, ${count(result.warnings.length, "warning")}`);
    process.stderr.write(`${summary}\n`);
  }
  process.exitCode = result.kind === "valid" ? 0 : 1;
}

async function record(folder: string | undefined, { out }: { out: string }): Promise<void> {
  const result = await load(folder);
  if (result.kind === "faulty") {
    printResult(result);
    process.exitCode = 1;
    return;
  }
  await writeRecord(out, result.cv);
}

const program = new Command("cv").description("Checks the record and hands it to the renderers. CV_DIR names another content folder.").showHelpAfterError();

program
  .command("check")
  .description("print all faults as file:line:column path message; exit 1 if there are any. Warnings do not fail.")
  .argument("[dir]", "content folder; else CV_DIR, else packages/data/content")
  .option("--json", "print the result as JSON")
  .action(check);

program
  .command("record")
  .description("write the whole record as one canonical JSON file")
  .argument("[dir]", "content folder; else CV_DIR, else packages/data/content")
  .requiredOption("--out <file>", "where to write it")
  .action(record);

await program.parseAsync();
