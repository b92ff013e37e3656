import { Cv } from "@triptych/schema";
import { CommandFault, note } from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { boundHeap } from "../document/heap.ts";
import type { Environment } from "../env.ts";

async function readChecked(file: string): Promise<Cv> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new CommandFault(`The record in TRIPTYCH_RECORD cannot be read: ${error.message}`);
  });
  return Cv.parse(JSON.parse(text));
}

async function readContent(folder: string | undefined, CV_DIR: string | undefined): Promise<Cv> {
  // Reading YAML is loaded where there is no finished record.
  const { contentFolder, formatFault, loadCv, shownRecord } = await import("@triptych/data");
  const place = contentFolder(folder ?? CV_DIR, process.cwd());
  if (folder === undefined) note(shownRecord(place));
  const result = await loadCv(place);
  if (result.kind === "valid") return result.cv;
  throw new CommandFault(result.faults.map(formatFault).join("\n"));
}

/**
 * The record of the folder that is named; else the one that the builds have checked already, else
 * that of the environment's folder. @throws CommandFault with all its faults
 */
export async function readRecord(
  folder: string | undefined,
  { TRIPTYCH_RECORD, CV_DIR }: Environment,
): Promise<Cv> {
  const cv =
    folder === undefined && TRIPTYCH_RECORD !== undefined
      ? await readChecked(TRIPTYCH_RECORD)
      : await readContent(folder, CV_DIR);
  boundHeap(cv.publications.length);
  return cv;
}
