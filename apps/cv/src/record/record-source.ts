import { contentFolder, loadCv, type LoadResult } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import process from "node:process";
import { formatReport } from "./check-report.ts";
import { readEnvironment } from "../env.ts";
import { fail, paintFor } from "../terminal/output.ts";

/** How the help of every command names its folder. */
export const FOLDER = "content folder; else CV_DIR, else the record that comes with the project";

/** The folder a command means, as an absolute path. */
export function chosenFolder(asked: string | undefined): string {
  return contentFolder(asked ?? readEnvironment().CV_DIR, process.cwd());
}

export function load(asked: string | undefined): Promise<LoadResult> {
  return loadCv(chosenFolder(asked));
}

/** The record, or nothing after its faults were told and the exit code was set. */
export async function requireRecord(asked: string | undefined): Promise<Cv | undefined> {
  const result = await load(asked);
  if (result.kind === "valid") return result.cv;
  fail(formatReport(result, paintFor(process.stderr)));
  return undefined;
}
