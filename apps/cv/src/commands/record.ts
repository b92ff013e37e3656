import {
  type Command,
  CommandFault,
  exitWith,
  note,
  Option,
  print,
  sharedOption,
} from "@triptych/terminal";
import { resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { type WriteOutcome, writeRecord } from "../record/write-record.ts";
import { chosenFolder, type FolderChoice, requireRecord, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  out: string;
  follow?: true;
}

/** @throws CommandFault with all faults of the record, or where the file cannot be written */
async function write(folder: string, out: string): Promise<WriteOutcome["kind"]> {
  const outcome = await writeRecord(resolve(out), await requireRecord(folder));
  if (outcome.kind === "unwritable")
    throw new CommandFault(`${out} cannot be written: ${outcome.reason}`);
  return outcome.kind;
}

/**
 * Answers every line of its input by reading the record anew, with all that is loaded and compiled
 * kept: `done written`, `done unchanged`, or `done faulty` after the faults, with the file as it
 * was.
 */
async function followInput(folder: string, out: string): Promise<void> {
  for await (const _request of createInterface({ input: process.stdin })) {
    const outcome = await write(folder, out).catch((error: unknown) => {
      if (!(error instanceof CommandFault)) throw error;
      note(error.message);
      return "faulty";
    });
    print(`done ${outcome}`);
  }
}

async function record(asked: string | undefined, options: Options): Promise<void> {
  const folder = chosenFolder(asked, options);
  if (options.follow === true) return followInput(folder, options.out);
  await write(folder, options.out);
}

export function declareRecord(command: Command): void {
  withFolder(command)
    .addOption(
      sharedOption(
        "out",
        "where to write it; left alone if it holds the same already",
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option("--follow", "write it for each line of input; for `npm run dev`").hideHelp(),
    )
    .action(exitWith(record));
}
