import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Belongings, DumpLine } from "./dump.ts";

const Line = z.union([
  z.strictObject({
    triptych: z.literal("dump"),
    format: z.literal([1, 2]),
    migration: z.string(),
    at: z.iso.datetime(),
  }),
  z.strictObject({ secrets: z.array(z.string()) }),
  z.strictObject({ name: z.string().regex(/^[\w-]+\.log$/), text: z.string() }),
  z.strictObject({ table: z.string(), columns: z.array(z.string()) }),
  z.array(z.string().nullable()),
  z.strictObject({ rows: z.number().int(), sha256: z.string() }),
]);

/** The lines of a backup file. @throws SyntaxError or ZodError for what is none */
export async function* readDumpLines(
  file: string,
): AsyncGenerator<{ line: DumpLine; text: string }> {
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield { line: Line.parse(JSON.parse(text)), text };
}

export type DumpCheck =
  | ({ kind: "whole"; migration: string; at: string; rows: number } & Belongings)
  | { kind: "unusable"; reason: string };

/**
 * Reads a backup to its end before anything is touched: one that was cut off or changed is worth
 * nothing.
 */
export async function checkDump(file: string): Promise<DumpCheck> {
  const hash = createHash("sha256");
  let head: Extract<DumpLine, { triptych: string }> | undefined;
  const beside: Belongings = { secrets: [], journal: [] };
  let [rows, at] = [0, 0];
  try {
    for await (const { line, text } of readDumpLines(file)) {
      at += 1;
      if (!Array.isArray(line) && "sha256" in line) {
        if (line.rows !== rows || line.sha256 !== hash.digest("hex"))
          return { kind: "unusable", reason: "its contents were changed since it was written" };
        return head === undefined
          ? { kind: "unusable", reason: "it has no head" }
          : { kind: "whole", migration: head.migration, at: head.at, rows, ...beside };
      }
      hash.update(`${text}\n`);
      if (Array.isArray(line)) rows += 1;
      else if ("triptych" in line) head ??= line;
      else if ("secrets" in line) beside.secrets = line.secrets;
      else if ("name" in line) beside.journal.push(line);
    }
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return {
      kind: "unusable",
      reason: isMissing ? "it is not there" : `line ${at + 1} is not of a backup`,
    };
  }
  return { kind: "unusable", reason: "it is cut off before its end" };
}
