import { parse } from "csv-parse/sync";
import { Cv } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeFormula, tableOfList, writeCsv } from "./table.ts";
import { toCsv } from "./write-csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

test("a reader of CSV finds every cell again, whatever it holds", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."\",\r\n;' =+-@\tA1") }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const back = read(writeCsv(rows));
      expect(back).toEqual(
        rows.map((row) => row.map((text) => (looksLikeFormula(text) ? `'${text}` : text))),
      );
      for (const text of back.flat()) expect(/^\s*[=+@\t\r]/.test(text)).toBe(false);
    }),
  );
});

test.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "=cmd|' /C calc'!A0"])(
  "%j would be calculated",
  (text) => expect(looksLikeFormula(text)).toBe(true),
);
test.each(["-3", "-2.5", "A=1", "", "1-16", "'=1"])("%j would not", (text) =>
  expect(looksLikeFormula(text)).toBe(false),
);

describe("publications", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    talks: [{ host: "H", date: "2024" }],
    venues: [{ id: "jit", name: "Journal, with a comma", kind: "journal" }],
    publications: [
      {
        id: "a",
        title: '=HYPERLINK("x")',
        authors: ["Bob", "Ada Example"],
        appearances: [
          {
            kind: "journal",
            venue: "jit",
            date: "2024-05",
            doi: "10.5555/a",
            honours: ["oral"],
            track: "Letters",
            links: [{ type: "code", url: "https://example.org/code" }],
          },
        ],
      },
      {
        id: "b",
        title: "Plain",
        authors: ["Ada Example"],
        appearances: [{ kind: "preprint" }, { kind: "preprint", arxiv: "2401.00001" }],
      },
    ],
  });

  test("have a row each, and no cell that a spreadsheet would calculate", () => {
    const [head = [], ...rows] = read(toCsv(cv).text);
    const entries = rows.map((row) =>
      Object.fromEntries(head.map((name, index) => [name, row[index]])),
    );
    expect(entries).toMatchObject([
      {
        number: "1",
        id: "a",
        title: '\'=HYPERLINK("x")',
        authors: "Bob; Ada Example",
        "owner position": "2",
        venue: "Journal, with a comma",
        track: "Letters",
        year: "2024",
        honours: "oral",
      },
      {
        number: "2",
        id: "b",
        title: "Plain",
        "owner position": "1",
        arxiv: "2401.00001",
        date: "",
      },
    ]);
  });

  test("and what the table does not hold is told", () => {
    expect(toCsv(cv).losses.map(({ field }) => field)).toEqual([
      "talks",
      "publications.appearances",
      "publications.links",
      "cells",
    ]);
  });
});

test("any list is a table of its nested keys", () => {
  expect(
    tableOfList([
      { a: 1, b: { c: "x", d: ["y", "z"] } },
      { a: 2, e: [{ f: 1 }] },
    ]),
  ).toEqual([
    ["a", "b.c", "b.d", "e"],
    [1, "x", "y; z", undefined],
    [2, undefined, undefined, '[{"f":1}]'],
  ]);
});
