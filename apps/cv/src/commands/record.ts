import type { Command } from "commander";
import { resolve } from "node:path";
import { writeRecord } from "../record/write-record.ts";
import { FOLDER, requireRecord } from "../record/record-source.ts";
import { fail } from "../terminal/output.ts";

async function record(folder: string | undefined, { out }: { out: string }): Promise<void> {
  const cv = await requireRecord(folder);
  if (cv === undefined) return;
  const outcome = await writeRecord(resolve(out), cv);
  if (outcome.kind === "unwritable") fail(`${out} cannot be written: ${outcome.reason}`);
}

export function registerRecord(program: Command): void {
  program
    .command("record")
    .description("write the checked record as one canonical JSON file")
    .argument("[dir]", FOLDER)
    .requiredOption("--out <file>", "where to write it; left alone if it holds the same already")
    .action(record);
}
