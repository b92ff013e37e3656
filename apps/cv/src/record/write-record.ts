import type { Cv } from "@triptych/schema";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { writeWhole } from "./write-whole.ts";

export type WriteOutcome =
  | { kind: "written" }
  | { kind: "unchanged" }
  | { kind: "unwritable"; reason: string };

/**
 * The canonical form of a record: two spaces, keys in the order of the schema, a line break at the
 * end.
 */
export function serializeCv(cv: Cv): string {
  return `${JSON.stringify(cv, null, 2)}\n`;
}

/**
 * Writes the record whole or not at all, and leaves a file alone that already holds it, so that
 * builds see no change.
 */
export async function writeRecord(file: string, cv: Cv): Promise<WriteOutcome> {
  const text = serializeCv(cv);
  const present = await readFile(file, "utf8").catch(() => undefined);
  if (present === text) return { kind: "unchanged" };
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, text);
    return { kind: "written" };
  } catch (error) {
    return { kind: "unwritable", reason: error instanceof Error ? error.message : String(error) };
  }
}
