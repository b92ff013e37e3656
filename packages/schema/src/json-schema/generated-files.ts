import { compile } from "json-schema-to-typescript";
import { z } from "zod";
import { editorJsonSchema } from "./editor-schema.ts";
import { cvJsonSchema } from "./json-schema.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A type cannot say that one of some keys is needed. */
const typeSchema = () =>
  z
    .record(z.string(), z.unknown())
    .parse(
      JSON.parse(
        JSON.stringify(cvJsonSchema(), (key, value: unknown) =>
          key === "anyOf" && JSON.stringify(value).startsWith('[{"required"') ? undefined : value,
        ),
      ),
    );

/**
 * Names and contents of everything under `generated/`; written by `pnpm generate` and compared by a
 * test.
 */
export async function generatedFiles(): Promise<Record<string, string>> {
  const declarations = await compile(typeSchema(), "Cv", {
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
