import fc from "fast-check";
import { expect, test } from "vitest";
import { createSlugger } from "./slug.ts";

test("equal texts are numbered, also past one that bears such a number itself", () => {
  const slug = createSlugger();
  expect(["Summer School 2", "Summer School", "Summer School", "Été"].map(slug)).toEqual([
    "summer-school-2",
    "summer-school",
    "summer-school-3",
    "ete",
  ]);
});

test("no id is given out twice, whatever the texts", () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[ab](-[1-3]){0,3}$/),
    fc.constantFrom("", "李", "entry", "entry 2"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
      const ids = texts.map(createSlugger());
      expect(new Set(ids).size).toBe(texts.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
