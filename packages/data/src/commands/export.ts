import type { Command } from "commander";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { EXPORT_FORMATS, formatLosses, isExportFormat } from "../export-format.ts";
import { FOLDER, requireRecord } from "./record-source.ts";
import { fail, print, tell } from "./terminal.ts";

async function exportRecord(format: string, folder: string | undefined, { out }: { out?: string }): Promise<void> {
  if (!isExportFormat(format)) return fail(`There is no format ${format}. Known are ${Object.keys(EXPORT_FORMATS).join(", ")}.`);
  const cv = await requireRecord(folder);
  if (cv === undefined) return;
  const { text, losses } = EXPORT_FORMATS[format](cv);
  tell(formatLosses(losses));
  if (out === undefined) print(text);
  else await writeFile(resolve(out), text);
}

export function registerExport(program: Command): void {
  program
    .command("export")
    .description(`write the record in another format: ${Object.keys(EXPORT_FORMATS).join(", ")}. What the format cannot hold is reported.`)
    .argument("<format>")
    .argument("[dir]", FOLDER)
    .option("--out <file>", "where to write it; else to the terminal")
    .action(exportRecord);
}
