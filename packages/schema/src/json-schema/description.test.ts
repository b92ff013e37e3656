import { expect, test } from "vitest";
import { z } from "zod";
import { editorJsonSchema } from "./editor-schema.ts";

const Described = z.looseObject({
  description: z.string().min(5).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  definitions: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** Fields without a description of their own, and patterns that an editor would show as they are. */
function findBare(value: unknown, path: string): string[] {
  const { properties = {}, definitions = {}, anyOf = [] } = Described.parse(value);
  return [
    ...Object.entries(properties).flatMap(([key, field]) => [
      ...(Described.parse(field).description === undefined ? [`${path}.${key}`] : []),
      ...findBare(field, `${path}.${key}`),
    ]),
    ...Object.entries(definitions).flatMap(([name, node]) => findBare(node, name)),
    ...anyOf.flatMap((form) => findBare(form, path)),
  ];
}

test("every field of the schema has a description", () => {
  expect(findBare(editorJsonSchema(), "file")).toEqual([]);
});

test("an editor shows words where a text has the wrong form, never a regular expression", () => {
  const text = JSON.stringify(editorJsonSchema());
  const patterns = text.match(/"pattern":/g) ?? [];
  expect(patterns.length).toBeGreaterThan(100);
  expect(text.match(/"patternErrorMessage":/g)).toHaveLength(patterns.length);
  expect(text).not.toContain("is not of the form that is needed");
});

test("an editor says of an id what an id looks like, of a service where it may be", () => {
  const text = JSON.stringify(editorJsonSchema());
  const said = (pattern: string) =>
    text
      .split(JSON.stringify(pattern))
      .slice(1)
      .map((rest) => rest.slice(0, 60));
  const ids = said("^[a-z0-9]+(-[a-z0-9]+)*$");
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) expect(id).toContain("small letters and digits");
  expect(said("^(?:same|none|https?:\\/\\/[^\\s?#]+)$")).toEqual([
    expect.stringContaining("must be same, none"),
  ]);
});
