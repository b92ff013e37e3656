import { z } from "zod";
import { Cv } from "./cv.ts";

type JsonSchema = Record<string, unknown>;

/** Draft 7, input side: newer drafts turn tuples into `never[]` in json-schema-to-typescript, and editors read draft 7 best. */
export function cvJsonSchema(): JsonSchema {
  return z.toJSONSchema(Cv, { target: "draft-7", io: "input" });
}

/** One content file holds any part of the record, so nothing is required of a single file. */
export function contentFileJsonSchema(): JsonSchema {
  const { required: _required, ...schema } = cvJsonSchema();
  return { ...schema, title: "ContentFile", description: "A part of the record. All files of the folder together make the whole." };
}
