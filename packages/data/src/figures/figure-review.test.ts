import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNumbers, reviewFigures } from "./figure-review.ts";

test.each([
  [[], ""],
  [[3], "[3]"],
  [[1, 2], "[1], [2]"],
  [[1, 2, 3, 7, 9, 10], "[1]-[3], [7], [9], [10]"],
])("the numbers %j read %j", (numbers, expected) => expect(formatNumbers(numbers)).toBe(expected));

test("numbers can be read back", () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }))
    .map((numbers) => numbers.sort((a, b) => a - b));
  const readBack = (text: string) =>
    text.split(", ").flatMap((run) => {
      const [first = 1, last = first] = [...run.matchAll(/\d+/g)].map(Number);
      return text === ""
        ? []
        : Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  fc.assert(
    fc.property(rising, (numbers) => {
      expect(readBack(formatNumbers(numbers))).toEqual(numbers);
    }),
  );
});

test("a figure is warned about only where the record can tell and tells otherwise", () => {
  const record = {
    profile: { name: "Ada" },
    publications: [
      { id: "one", title: "One", authors: ["Ada"], appearances: [{ kind: "preprint" }] },
    ],
    grants: [
      {
        title: "Hats",
        funders: ["F"],
        amount: { value: 1500.5, currency: "EUR" },
        period: { start: "2024" },
        role: "pi",
      },
    ],
    figures: [
      { measure: "works", value: 1, source: "CV" },
      { measure: "first-author-papers", value: 2, source: "CV" },
      { measure: "journal-papers", value: 1, source: "CV" },
      { measure: "citations", value: 99, source: "CV" },
      { measure: "grants-total", value: 2000, currency: "EUR", source: "CV" },
    ],
  } satisfies CvInput;
  expect(reviewFigures(Cv.parse(record))).toEqual([
    {
      path: ["figures", 1],
      message:
        "first-author-papers is reported as 2, the record gives 1, counting works that print the owner as first author: [1]",
    },
    {
      path: ["figures", 2],
      message:
        "journal-papers is reported as 1, the record gives 0, counting works in a journal and not under review: none",
    },
    {
      path: ["figures", 4],
      message:
        "grants-total is reported as 2,000, the record gives 1,500.5, counting grants in EUR or with an equivalent in it, without those declined: 1,500.5 (Hats)",
    },
  ]);
});
