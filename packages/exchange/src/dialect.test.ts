import { Cv } from "@triptych/schema";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { IMPORT_FORMATS, recogniseFormat } from "./import-format.ts";
import { planMerge } from "./merge/plan-merge.ts";

/**
 * Entries as the sources export them: real in shape, with people and works that are invented. With
 * each stands all that comes of it in the record, and what the report says, by kind and field.
 */
const DIALECTS = z
  .array(
    z.strictObject({
      source: z.string(),
      text: z.string(),
      record: z.strictObject({
        works: z.array(z.unknown()),
        venues: z.array(z.unknown()).optional(),
      }),
      report: z.array(z.string()),
    }),
  )
  .parse(JSON.parse(readFileSync(`${import.meta.dirname}/testing/dialects.json`, "utf8")));

/** Without ids, and without lists that hold nothing. */
const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, child: unknown) =>
      key === "id" || (Array.isArray(child) && child.length === 0) ? undefined : child,
    ),
  );

test.each(DIALECTS)("reads an entry as $source exports it", ({ text, record, report }) => {
  const format = recogniseFormat(text);
  if (format === undefined) throw new Error("the format is not recognised");
  const { cv, remarks } = planMerge(
    Cv.parse({ profile: { name: "Zed Nobody" } }),
    [{ file: "all", reading: IMPORT_FORMATS[format](text) }],
    { marks: new Map(), aliases: [] },
  );
  expect(bare({ works: cv.publications, venues: cv.venues })).toEqual(record);
  expect(remarks.map(({ kind, field = "-" }) => `${kind} ${field}`)).toEqual(report);
});
