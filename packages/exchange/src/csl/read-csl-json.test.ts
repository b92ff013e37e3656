import { expect, test } from "vitest";
import { readCslJson } from "./read-csl-json.ts";

const read = (item: object) =>
  readCslJson(JSON.stringify([{ title: "T", author: [{ given: "A", family: "B" }], ...item }]));
const formOf = (item: object) =>
  read(item).found.flatMap((found) => (found.kind === "work" ? found.work.forms : []))[0];
const told = (item: object) =>
  read(item).remarks.map(({ kind, field, reason }) => `${kind} ${field ?? ""}: ${reason}`);

const LNCS = "Lecture Notes in Computer Science";
const ECCV = "Computer Vision – ECCV 2020";

test.each([
  [{ type: "book-chapter", "container-title": [LNCS, ECCV] }, { book: ECCV, series: LNCS }, []],
  [
    { type: "chapter", "container-title": ECCV, "collection-title": LNCS },
    { book: ECCV, series: LNCS },
    [],
  ],
  [
    {
      type: "book-chapter",
      "container-title": [LNCS, "Part III", ECCV],
      "collection-title": "LNCS",
    },
    { book: ECCV, series: "LNCS" },
    [
      `dropped container-title: “${LNCS}”: the record has a place for one title and a series`,
      "dropped container-title: “Part III”: the record has a place for one title and a series",
    ],
  ],
  [
    { type: "proceedings-article", "container-title": [LNCS, "Hat Conference"] },
    { venue: { name: "Hat Conference" }, series: LNCS },
    [],
  ],
  [{ type: "monograph", "container-title": [LNCS] }, { kind: "book", series: LNCS }, []],
  [
    { type: "journal-article", "container-title": ["Journal of Hats", "J. Hats (Paris)"] },
    { venue: { name: "Journal of Hats" }, series: undefined },
    [
      "dropped container-title: “J. Hats (Paris)”: the record has a place for one title and a series",
    ],
  ],
])("finds the book and the series among the titles of %j", (item, form, remarks) => {
  expect(formOf(item)).toMatchObject(form);
  expect(told(item)).toEqual(remarks);
});

test("an ISBN, a season, the end of a range and a genre are kept or told", () => {
  const item = {
    type: "paper-conference",
    "container-title": "Hat Conference",
    ISBN: ["978-0-306-40615-7", "080442957X"],
    issued: {
      "date-parts": [
        [2020, 3],
        [2020, 4, 2],
      ],
      season: 1,
    },
    genre: "Keynote",
  };
  expect(formOf(item)).toMatchObject({ isbn: "978-0-306-40615-7", date: "2020-03" });
  expect(told(item)).toEqual([
    "dropped genre: “Keynote” has no place in the record",
    "dropped ISBN: 080442957X: the record has a place for one",
    "dropped issued: season 1: a date of the record is a year, a month or a day",
    "dropped issued: it ends in 2020-4-2; only its beginning is kept",
  ]);
});

test("a number that a version outranks is reported, also where the volume is the same number", () => {
  const item = { id: "k", type: "software", title: "T", author: [{ family: "A", given: "B" }] };
  const { remarks } = readCslJson(
    JSON.stringify([{ ...item, version: "3", number: "12", volume: "12" }]),
  );
  expect(remarks.map(({ field }) => field)).toContain("number");
});

const scarves = (more: Record<string, unknown>) =>
  readCslJson(
    JSON.stringify({
      message: {
        items: [
          {
            DOI: "10.5555/scarves",
            type: "journal-article",
            title: ["On Scarves"],
            "container-title": ["Journal of Examples"],
            author: [{ given: "Exemplia", family: "Testwell" }],
            ...more,
          },
        ],
      },
    }),
  );

test.each([
  [{ "updated-by": [{ DOI: "10.5555/n", type: "retraction" }] }, "it was retracted by 10.5555/n"],
  [{ "updated-by": [{ type: "withdrawal", source: "retraction-watch" }] }, "it was retracted"],
  [
    { "updated-by": [{ DOI: "10.5555/n", type: "partial_retraction" }] },
    "it was retracted by 10.5555/n",
  ],
  [{ title: ["RETRACTED ARTICLE: On Scarves"] }, "its title says that it was retracted"],
  [{ title: ["[Retracted] On Scarves"] }, "its title says that it was retracted"],
  [{ title: ["RETRACTED: On Scarves"] }, "its title says that it was retracted"],
])("%j is a work that was retracted", (more, reason) => {
  const { found, remarks } = scarves(more);
  expect(found).toHaveLength(1);
  expect(remarks).toEqual([{ kind: "retracted", key: "10.5555/scarves", line: 1, reason }]);
});

test.each([
  { "updated-by": [{ DOI: "10.5555/n", type: "correction" }] },
  { "update-to": [{ DOI: "10.5555/o", type: "erratum" }] },
  { title: ["RETRACTED MUSCLES OF THE JAW"] },
])("%j was not retracted, and is a work", (more) => {
  const { found, remarks } = scarves(more);
  expect(found).toHaveLength(1);
  expect(remarks.filter(({ kind }) => kind === "retracted")).toEqual([]);
});

test("the notice of a retraction is no work; a preprint says what it has appeared as", () => {
  const notice = scarves({ "update-to": [{ DOI: "10.5555/o", type: "retraction" }] });
  expect(notice.found).toEqual([]);
  expect(notice.remarks.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
    "retracted: 10.5555/o was retracted",
    "left-out: it is the notice that retracts 10.5555/o",
  ]);
  const relation = {
    "is-preprint-of": [{ "id-type": "doi", id: "10.5555/o", "asserted-by": "subject" }],
  };
  const [preprint] = scarves({ type: "posted-content", subtype: "preprint", relation }).found;
  expect(preprint).toMatchObject({ work: { publishedAs: "10.5555/o" } });
});
