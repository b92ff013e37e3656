import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { planMerge, type SourcedReading } from "./plan-merge.ts";

const RECORD = Cv.parse({ profile: { name: "Zed Nobody" } });

const plan = (cv: Cv, ...texts: string[]) => {
  const readings = texts.map((text, index): SourcedReading => ({
    file: `${index}.bib`,
    reading: readBibtex(text),
  }));
  return planMerge(cv, readings, { marks: new Map(), aliases: [] });
};

const entry = (type: string, key: string, fields: string) =>
  `@${type}{${key}, author={Zed Nobody}, ${fields}}\n`;

const SURVEY = "title={Kettle Survey}, institution={Institute}";
const EDITORIAL = "title={Editorial}, journal={Journal of Kettles}, year={2018}, volume={67}";
const TUTORIAL = "title={Kettle Tutorial}, booktitle={Kettle Conference}";
const CORPUS = "title={Kettle Corpus}, howpublished={Zenodo}";

/** Pairs of works of one title, which differ in what is named. */
const PAIRS = {
  "reports of two numbers": [
    entry("techreport", "a", `${SURVEY}, number={TR-2012-01}, year={2012}`),
    entry("techreport", "b", `${SURVEY}, number={TR-2013-01}, year={2013}`),
  ],
  "patents of two numbers": [
    entry("patent", "a", "title={Whistle}, number={US1234567B2}, date={2015}"),
    entry("patent", "b", "title={Whistle}, number={EP7654321A1}, date={2016}"),
  ],
  "editorials of two issues": [
    entry("article", "a", `${EDITORIAL}, number={3}`),
    entry("article", "b", `${EDITORIAL}, number={4}`),
  ],
  "tutorials of two years": [
    entry("inproceedings", "a", `${TUTORIAL}, year={2018}`),
    entry("inproceedings", "b", `${TUTORIAL}, year={2019}`),
  ],
  "letters with two other authors": [
    "@article{a, author={Zed Nobody and Ann Doe}, title={Letters}, journal={Tea}, year={2017}}\n",
    "@article{b, author={Zed Nobody and Carl Roe}, title={Letters}, journal={Tea}, year={2017}}\n",
  ],
  "files of two addresses": [
    entry("misc", "a", `${CORPUS}, year={2018}, url={https://example.org/v1}`),
    entry("misc", "b", `${CORPUS}, year={2018}, url={https://example.org/v2}`),
  ],
} as const;

test.each(Object.entries(PAIRS))("%s in one file are two works, read again too", (_, pair) => {
  for (const texts of [pair, pair.toReversed()]) {
    const first = plan(RECORD, texts.join(""));
    expect(first.cv.publications).toHaveLength(2);
    expect(new Map(first.outcomes.map(({ key, kind }) => [key, kind]))).toEqual(
      new Map([
        ["a", "added"],
        ["b", "added"],
      ]),
    );
    for (const again of [pair, pair.toReversed()])
      expect(plan(first.cv, again.join("")).edits).toEqual([]);
    expect(plan(first.cv, ...pair).edits).toEqual([]);
  }
});

test("of a record with one of them the other is new, whichever comes first", () => {
  for (const pair of Object.values(PAIRS)) {
    const { cv } = plan(RECORD, pair[0]);
    for (const texts of [pair, pair.toReversed()]) {
      const next = plan(cv, texts.join(""));
      expect(next.outcomes.filter(({ kind }) => kind === "added").map(({ key }) => key)).toEqual([
        "b",
      ]);
    }
  }
});

test("what parts two works by its number or issue parts them in two files too", () => {
  for (const name of [
    "reports of two numbers",
    "patents of two numbers",
    "editorials of two issues",
  ] as const)
    expect(plan(RECORD, ...PAIRS[name]).cv.publications).toHaveLength(2);
});

test("two keys that say the same are one work, and the second key is named", () => {
  const same = `${TUTORIAL}, year={2018}`;
  const texts = [
    entry("inproceedings", "a", same),
    entry("inproceedings", "b", `${same}, pages={1--9}`),
  ];
  const { cv, outcomes, remarks } = plan(RECORD, texts.join(""));
  expect(cv.publications).toHaveLength(1);
  expect(outcomes.map(({ key, kind }) => [key, kind])).toEqual([
    ["a", "added"],
    ["b", "merged"],
  ]);
  expect(remarks.filter(({ key, field }) => key === "b" && field === "key")).toMatchObject([
    { kind: "guessed", reason: "it was taken for the work of a, which says the same" },
  ]);
});

test("what the record cannot hold is not held later either, and stands in the report", () => {
  const isbn = "isbn={978-3-030-00000-0}";
  const book = (key: string, fields: string) =>
    entry("book", key, `title={Kettles}, publisher={P}, doi={10.1000/k}, ${fields}`);
  for (const text of [book("a", isbn), book("a", "year={2018}") + book("b", isbn)]) {
    const { cv, remarks } = plan(RECORD, text);
    expect(cv.publications.map(({ appearances }) => appearances[0]?.isbn)).toEqual([undefined]);
    expect(remarks.map(({ reason }) => reason).join()).toContain("“978-3-030-00000-0” is not an");
  }
});

test("two keys with one identifier are one work, whatever else they say", () => {
  const doi = "doi={10.1000/kettle}";
  const texts = [
    entry("inproceedings", "a", `${TUTORIAL}, year={2018}, ${doi}`),
    entry("inproceedings", "b", `${TUTORIAL}, year={2019}, ${doi}`),
  ];
  const { cv, remarks } = plan(RECORD, texts.join(""));
  expect(cv.publications).toHaveLength(1);
  expect(remarks.filter(({ field }) => field === "key").map(({ key }) => key)).toEqual(["b"]);
});
