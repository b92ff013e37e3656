import { z } from "zod";
import { Cv } from "../cv.ts";

type JsonSchema = Record<string, unknown>;

/**
 * Draft 7, input side: newer drafts turn tuples into `never[]` in json-schema-to-typescript, and
 * editors read draft 7 best.
 */
const FORM = { target: "draft-7", io: "input" } as const;

export function cvJsonSchema(): JsonSchema {
  return z.toJSONSchema(Cv, FORM);
}

/** One content file holds any part of the record, so nothing is required of a single file. */
export function contentFileJsonSchema(): JsonSchema {
  const file = Cv.partial().meta({
    title: "ContentFile",
    description: "A part of the record. All files of the folder together make the whole.",
  });
  return z.toJSONSchema(file, FORM);
}
