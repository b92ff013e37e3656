import { compile } from "json-schema-to-typescript";
import { editorJsonSchema } from "./editor-schema.ts";
import { cvJsonSchema } from "./json-schema.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Names and contents of everything under `generated/`; written by `pnpm generate` and compared by a
 * test.
 */
export async function generatedFiles(): Promise<Record<string, string>> {
  const declarations = await compile(cvJsonSchema(), "Cv", {
    additionalProperties: false,
    bannerComment: "// Generated from packages/schema/src by `pnpm generate`. Do not edit.",
    // Otherwise `.min(1)` arrays become [T, ...T[]], to which Zod's T[] cannot be assigned.
    ignoreMinAndMaxItems: true,
  });
  return {
    "cv.schema.json": json(cvJsonSchema()),
    "content-file.schema.json": json(editorJsonSchema()),
    "cv.d.ts": declarations,
  };
}
