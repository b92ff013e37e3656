import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composePublications } from "../works/publication.ts";
import { composeYearTable } from "./year-table.ts";

test("years from new to old with kinds and people", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    publications: [
      {
        id: "a",
        title: "A",
        authors: ["Ada Example", "B"],
        appearances: [{ kind: "conference", date: "2019" }],
      },
      {
        id: "b",
        title: "B",
        authors: ["B", "Ada Example"],
        appearances: [{ kind: "conference", date: "2019" }],
      },
      {
        id: "c",
        title: "C",
        authors: ["Ada Example"],
        appearances: [{ kind: "thesis", date: "2019" }],
      },
      {
        id: "d",
        title: "D",
        authors: ["Ada Example", "C", "B"],
        appearances: [{ kind: "preprint", status: "under-review" }],
      },
    ],
  });
  const table = composeYearTable(composePublications(cv, en), en);
  expect(
    table.rows.map(({ label, countsText, coauthors }) => [label, countsText, coauthors]),
  ).toEqual([
    ["2019", "2 conference papers, 1 PhD thesis", 1],
    ["Under review", "1 preprint", 2],
  ]);
  expect(table.most).toBe(3);
  expect(table.summary).toBe("4 papers. 2019: 3, Under review: 1");
});

test("no works, no rows", () => {
  expect(composeYearTable([], en)).toEqual({
    title: "Papers by year",
    totalTitle: "Papers",
    summary: "0 papers",
    rows: [],
    most: 0,
  });
});

test("books and reports are no papers", () => {
  const publications = (["book", "report"] as const).map((kind) => ({
    id: kind,
    title: kind,
    authors: ["Ada Example"],
    appearances: [{ kind, date: "2020" }],
  }));
  const table = composeYearTable(
    composePublications(Cv.parse({ profile: { name: "Ada Example" }, publications }), en),
    en,
  );
  expect(table).toMatchObject({
    title: "Works by year",
    totalTitle: "Works",
    summary: "2 works. 2020: 2",
  });
});
