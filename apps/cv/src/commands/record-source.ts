import { contentFolder, loadCv, type LoadResult, shownRecord } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { type Command, CommandFault, EXIT, note, paintFor, sharedOption } from "@triptych/terminal";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { formatReport } from "../record/check-report.ts";

/** The content folder as the `--dir` option or an argument names it. */
export interface FolderChoice {
  dir?: string;
}

/** Lets a command take the content folder, as its last argument or with `--dir`. */
export function withFolder(command: Command): Command {
  return command
    .argument("[folder]", "the content folder, as with --dir")
    .addOption(sharedOption("dir"));
}

/** The folder a command means, as an absolute path; said where it was not named. */
export function chosenFolder(asked: string | undefined, { dir }: FolderChoice): string {
  if (asked !== undefined && dir !== undefined)
    throw new CommandFault("The content folder is named twice; leave --dir out.", EXIT.misused);
  const { CV_DIR } = readEnvironment();
  const folder = contentFolder(asked ?? dir ?? CV_DIR, process.cwd());
  if (asked === undefined && dir === undefined) note(shownRecord(folder));
  return folder;
}

/** The record of a folder. @throws CommandFault with all its faults and, at the end, `so` */
export async function requireRecord(folder: string, so = ""): Promise<Cv> {
  return (await requireValid(folder, so)).cv;
}

export type Valid = Extract<LoadResult, { kind: "valid" }>;

/** The same with what is known of its files. */
export async function requireValid(folder: string, so = ""): Promise<Valid> {
  const result = await loadCv(folder);
  if (result.kind === "valid") return result;
  const report = formatReport(result, paintFor(process.stderr));
  throw new CommandFault(so === "" ? report : `${report}\n${so}`);
}
