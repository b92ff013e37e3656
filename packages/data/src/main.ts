import { Command } from "commander";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { styleText } from "node:util";
import { formatReport, formatReportJson, type Paint } from "./check-report.ts";
import { addAddCommand } from "./commands/add.ts";
import { addImportCommand } from "./commands/import.ts";
import { addInitCommand } from "./commands/init.ts";
import { addSyncCommand } from "./commands/sync.ts";
import { contentFolder } from "./content-folder.ts";
import { readEnvironment } from "./env.ts";
import { EXPORT_FORMATS, formatLosses, isExportFormat } from "./export-format.ts";
import { loadCv, type LoadResult } from "./load-cv.ts";
import { writeRecord } from "./write-record.ts";

const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });

function load(asked: string | undefined): Promise<LoadResult> {
  return loadCv(contentFolder(asked ?? readEnvironment().CV_DIR, process.cwd()));
}

async function check(folder: string | undefined, { json }: { json?: true }): Promise<void> {
  const result = await load(folder);
  process.stdout.write(`${json === true ? formatReportJson(result) : formatReport(result, paintFor(process.stdout))}\n`);
  process.exitCode = result.kind === "valid" ? 0 : 1;
}

async function record(folder: string | undefined, { out }: { out: string }): Promise<void> {
  const result = await load(folder);
  if (result.kind === "faulty") {
    process.stderr.write(`${formatReport(result, paintFor(process.stderr))}\n`);
    process.exitCode = 1;
    return;
  }
  const outcome = await writeRecord(resolve(out), result.cv);
  if (outcome.kind !== "unwritable") return;
  process.stderr.write(`${out} cannot be written: ${outcome.reason}\n`);
  process.exitCode = 1;
}

async function exportRecord(format: string, folder: string | undefined, { out }: { out?: string }): Promise<void> {
  if (!isExportFormat(format)) {
    process.stderr.write(`There is no format ${format}. Known are ${Object.keys(EXPORT_FORMATS).join(", ")}.\n`);
    process.exitCode = 1;
    return;
  }
  const result = await load(folder);
  if (result.kind === "faulty") {
    process.stderr.write(`${formatReport(result, paintFor(process.stderr))}\n`);
    process.exitCode = 1;
    return;
  }
  const { text, losses } = EXPORT_FORMATS[format](result.cv);
  if (losses.length > 0) process.stderr.write(`${formatLosses(losses)}\n`);
  if (out === undefined) process.stdout.write(text);
  else await writeFile(resolve(out), text);
}

const FOLDER = "content folder; else CV_DIR, else the record that comes with the project";

const program = new Command("cv").description("Checks the record and hands it to the renderers. CV_DIR names another content folder.").showHelpAfterError();

program
  .command("check")
  .description("print every fault as file:line:column  path  message; exit 1 if there is one. Warnings do not fail.")
  .argument("[dir]", FOLDER)
  .option("--json", "print { valid, faults, warnings } as JSON")
  .action(check);

program
  .command("record")
  .description("write the checked record as one canonical JSON file")
  .argument("[dir]", FOLDER)
  .requiredOption("--out <file>", "where to write it; left alone if it holds the same already")
  .action(record);

program
  .command("export")
  .description(`write the record in another format: ${Object.keys(EXPORT_FORMATS).join(", ")}. What the format cannot hold is reported.`)
  .argument("<format>")
  .argument("[dir]", FOLDER)
  .option("--out <file>", "where to write it; else to the terminal")
  .action(exportRecord);

addInitCommand(program);
addImportCommand(program);
addAddCommand(program);
addSyncCommand(program);

await program.parseAsync();
