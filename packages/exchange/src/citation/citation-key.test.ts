import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { citationKeys } from "./citation-key.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const work = (id: string, title: string, author: string, date?: string): WorkInput => ({
  id,
  title,
  authors: [author],
  appearances: [{ kind: "preprint", date }],
});
const keysOf = (publications: WorkInput[]) =>
  citationKeys(Cv.parse({ profile: { name: "Exemplia Testwell" }, publications }));

test.each([
  ["Exemplia Testwell", "The Art of Hats", "2024-07", "testwell2024art"],
  ["Łukasz Żółkiewski", "Q-Hitter: A Better Oracle", "2023", "zolkiewski2023hitter"],
  ["Tim van der Lee", "Don’t Be So Dense", "2021", "lee2021dense"],
  ["İbrahim Öztürk", "Are We There?", undefined, "ozturkare"],
  ["Adriana Fernandez-Lopez", "51×51 Kernels", "2022", "fernandezlopez2022kernels"],
  ["Ann Lee", "帽子", "2022", "lee2022"],
  ["刘世伟", "Hats", "2022", "work-one"],
])("%s, %s", (author, title, date, key) =>
  expect(keysOf([work("one", title, author, date)]).get("one")).toBe(key),
);

test("works that would share a key all carry their ids", () => {
  const works = [
    work("first", "Hats", "A. Lee", "2024"),
    work("second", "On Hats", "B. Lee", "2024"),
    work("third", "Gloves", "B. Lee", "2024"),
  ];
  expect([...keysOf(works)]).toEqual([
    ["first", "lee2024hats-first"],
    ["second", "lee2024hats-second"],
    ["third", "lee2024gloves"],
  ]);
});

const anyText = fc
  .string({ unit: "grapheme", minLength: 1 })
  .map((text) =>
    text
      .replaceAll(/\p{Cc}/gu, "")
      .normalize("NFC")
      .trim(),
  )
  .filter((text) => text !== "");
const anyWorks = fc.uniqueArray(
  fc.tuple(
    fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,3})?$/),
    fc.oneof(anyText, fc.constantFrom("Hats", "On hats", "work")),
    fc.oneof(anyText, fc.constantFrom("Ann Lee", "李")),
  ),
  {
    selector: ([id]) => id,
  },
);

test("keys are unique, in ASCII, and do not depend on the order of the record", () => {
  fc.assert(
    fc.property(anyWorks, (rows) => {
      const works = rows.map(([id, title, author]) => work(id, title, author, "2024"));
      const keys = keysOf(works);
      expect(new Set(keys.values()).size).toBe(works.length);
      for (const key of keys.values()) expect(key).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      expect(new Map([...keysOf(works.toReversed())].toReversed())).toEqual(keys);
    }),
  );
});
