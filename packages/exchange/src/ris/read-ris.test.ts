import { expect, test } from "vitest";
import { readRis } from "./read-ris.ts";

const read = (...lines: string[]) =>
  readRis([...lines, "AU  - Lovelace, Ada", "ER  - "].join("\r\n"));
const workOf = (...lines: string[]) =>
  read(...lines).found.flatMap((found) => (found.kind === "work" ? [found.work] : []))[0];

test.each([
  [
    ["TY  - BOOK", "TI  - Hats", "T2  - Hat Series"],
    "Hats",
    { kind: "book", series: "Hat Series" },
  ],
  [
    ["TY  - BOOK", "BT  - Hats", "T3  - Hat Series"],
    "Hats",
    { kind: "book", series: "Hat Series" },
  ],
  [
    ["TY  - CHAP", "TI  - On Felt", "BT  - Hats", "T3  - Hat Series"],
    "On Felt",
    { kind: "chapter", book: "Hats", series: "Hat Series" },
  ],
])("finds title, book and series in %j", (lines, title, form) => {
  expect(workOf(...lines)).toMatchObject({ title, forms: [form] });
  expect(workOf(...lines)?.forms[0]?.venue).toBeUndefined();
  expect(read(...lines).remarks).toEqual([]);
});

test("a tag that says again what another says is silent, one with the same number is not", () => {
  const journal = ["TY  - JOUR", "TI  - Hats", "T2  - Hat Journal", "VL  - 12", "VL  - 12"];
  expect(read(...journal, "JO  - Hat Journal", "ZZ  - 12").remarks).toMatchObject([
    { kind: "dropped", field: "ZZ" },
  ]);
});

test("a second series is told", () => {
  expect(
    read("TY  - BOOK", "TI  - Hats", "T2  - Hat Series", "T3  - Other Series").remarks,
  ).toMatchObject([{ kind: "dropped", field: "T2" }]);
});

test("proceedings have an ISBN or an ISSN, of which the record keeps the first alone", () => {
  const paper = ["TY  - CONF", "TI  - Hats", "T2  - Hat Conference"];
  expect(workOf(...paper, "SN  - 978-0-306-40615-7")?.forms[0]).toMatchObject({
    isbn: "978-0-306-40615-7",
  });
  expect(read(...paper, "SN  - 0302-9743").remarks).toMatchObject([
    { kind: "dropped", field: "SN" },
  ]);
});

test("names in one line are parted, and a break of lines inside of a value ends no value", () => {
  const { found } = readRis(
    "TY  - JOUR\nAU  - Nobody, Zed; Doe, Ann; Roe, Ed\nTI  - Boiling:\u2028Water &amp; <i>tea</i>\nT2  - J\nC7  - e12\nER  - \n",
  );
  expect(found).toMatchObject([
    {
      work: {
        title: "Boiling: Water & tea",
        authors: [{ name: "Zed Nobody" }, { name: "Ann Doe" }, { name: "Ed Roe" }],
        forms: [{ pages: "e12" }],
      },
    },
  ]);
});
