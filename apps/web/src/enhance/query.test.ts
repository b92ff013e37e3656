import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery, writeQuery } from "./query.ts";

const text = fc.string({ unit: "grapheme" });
const query = fc.record({
  q: text,
  year: text,
  kind: text,
  venue: text,
  honour: text,
  author: text,
  with: text,
});

test("a query survives its address", () => {
  fc.assert(
    fc.property(query, (wanted) => {
      expect(
        readQuery(new URL(`https://example.org/publications/${writeQuery(wanted)}`).search),
      ).toEqual(wanted);
    }),
  );
});

test("the address names only what narrows", () => {
  expect(writeQuery(readQuery(""))).toBe("");
  expect(writeQuery(readQuery("?with=lu-yin&utm=x&q=two words"))).toBe("?q=two+words&with=lu-yin");
});
