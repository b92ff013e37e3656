import {
  type Command,
  CommandFault,
  EXIT,
  exitWith,
  note,
  openTerminal,
  Option,
  print,
  sharedOption,
} from "@triptych/terminal";
import { relative, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { claimPlace } from "../record/claim-place.ts";
import { type WriteOutcome, writeRecord } from "../record/write-record.ts";
import { chosenFolder, type FolderChoice, requireRecord, withFolder } from "./record-source.ts";

interface Options extends FolderChoice {
  out: string;
  follow?: true;
  publish?: true;
  yes?: true;
}

/** @throws CommandFault where another person's record was built here, and nobody says yes */
async function requirePlace(folder: string, { out, yes }: Options): Promise<void> {
  const cv = await requireRecord(folder);
  const claim = await claimPlace(resolve(out), { cv, folder, yes: yes === true });
  if (claim.kind === "claimed") return;
  const { name } = cv.profile;
  const answer = await openTerminal({ quiet: false }).ask?.(
    `What was built here is ${claim.name}'s. Put ${name}'s in its place? yes or no`,
    "no",
  );
  if (answer !== undefined && /^y(es)?$/i.test(answer))
    return requirePlace(folder, { out, yes: true });
  const shown = relative(process.cwd(), folder) || ".";
  throw new CommandFault(
    `What was built here is ${claim.name}'s, and the record in ${shown} is ${name}'s. Name the ` +
      "right content folder (CV_DIR=../my-cv, for good as a line of .env), or put " +
      `${name}'s in its place with --yes.`,
    EXIT.misused,
  );
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
  if (options.publish === true) await requirePlace(folder, options);
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
    .addOption(new Option("--publish", "note whose it is; for the build").hideHelp())
    .addOption(new Option("--yes", "also where another person's was built").hideHelp())
    .addOption(
      new Option("--follow", "write it for each line of input; for `npm run dev`").hideHelp(),
    )
    .action(exitWith(record));
}
