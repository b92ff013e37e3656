import type { Cv } from "@triptych/schema";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import process from "node:process";

/** The canonical form of a record: two blanks, keys in the order of the schema, a line break at the end. */
export function serializeCv(cv: Cv): string {
  return `${JSON.stringify(cv, null, 2)}\n`;
}

/** Writes the record whole or not at all, and leaves a file alone that already holds it, so that builds see no change. */
export async function writeRecord(file: string, cv: Cv): Promise<"written" | "unchanged"> {
  const text = serializeCv(cv);
  const present = await readFile(file, "utf8").catch(() => undefined);
  if (present === text) return "unchanged";
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, file);
  return "written";
}
