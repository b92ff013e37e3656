import { type Command, CommandFault, exitWith, sharedOption } from "@triptych/terminal";
import { resolve } from "node:path";
import { writeRecord } from "../record/write-record.ts";
import { chosenFolder, type FolderChoice, requireRecord, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  out: string;
}

async function record(folder: string | undefined, options: Options): Promise<void> {
  const cv = await requireRecord(chosenFolder(folder, options));
  const outcome = await writeRecord(resolve(options.out), cv);
  if (outcome.kind === "unwritable")
    throw new CommandFault(`${options.out} cannot be written: ${outcome.reason}`);
}

export function declareRecord(command: Command): void {
  withFolder(command)
    .addOption(
      sharedOption(
        "out",
        "where to write it; left alone if it holds the same already",
      ).makeOptionMandatory(),
    )
    .action(exitWith(record));
}
