import { Cv } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { IMPORT_FORMATS, type ImportFormat } from "../import-format.ts";
import { planMerge } from "./plan-merge.ts";

const RECORD = Cv.parse({ profile: { name: "Zed Nobody" } });

const FIELDS = "author={Zed Nobody}, year={2018}, journal={J}, booktitle={B}, school={S}";

/** Types of the manual, of BibLaTeX, of programs, and of nobody. */
const TYPES = [
  ..."article book booklet conference inbook incollection inproceedings manual".split(" "),
  ..."mastersthesis misc phdthesis proceedings techreport unpublished online".split(" "),
  ..."web_page Web-Page www:site film.clip x+y bachelorsthesis".split(" "),
];

const BROKEN = [
  "@article{broken, title={Open, author={Zed Nobody}\n",
  "@article{untitled, author={Zed Nobody}, journal={J}}\n",
  "@article{anonymous, title={No Names}, journal={J}}\n",
  "@article{homeless, author={Zed Nobody}, title={No Venue}}\n",
  "@article{foreign, author={Ann Other}, title={Of Another}, journal={J}}\n",
];

test("every entry of a file is accounted for by its key: taken, or left out with a reason", () => {
  const entries = TYPES.map(
    (type, index) => `@${type}{k${index}, title={Kettle ${type} ${index}}, ${FIELDS}}\n`,
  );
  const text = [...entries, ...BROKEN].join("");
  const { read, outcomes, pointers, remarks } = planMerge(
    RECORD,
    [{ file: "all.bib", reading: readBibtex(text) }],
    { marks: new Map(), aliases: [] },
  );
  const left = remarks.filter(({ kind }) => kind === "left-out");
  const accounted = [...outcomes, ...pointers, ...left].map(({ key }) => key);
  expect(accounted.toSorted((a, b) => a.localeCompare(b))).toEqual(
    [
      ...TYPES.map((_, index) => `k${index}`),
      "broken",
      "untitled",
      "anonymous",
      "homeless",
      "foreign",
    ].toSorted((a, b) => a.localeCompare(b)),
  );
  expect(read).toBe(accounted.length);
});

/** An invented entry of which anything may be missing. */
const anyEntry = fc.record(
  {
    title: fc.constantFrom("Pots", "Lids", "Steam & tea", "Spouts"),
    author: fc.constantFrom("Nobody, Zed", "Doe, Ann", "World Kettle Organization"),
    venue: fc.constantFrom("Kettle Letters", "bioRxiv", "8th Kettle Conference (KC)"),
    year: fc.constantFrom("2019", "2020", "soon"),
    note: fc.constantFrom("Under review", "Something else"),
    type: fc.nat(5),
  },
  { requiredKeys: ["type"] },
);
type Entry = typeof anyEntry extends fc.Arbitrary<infer Value> ? Value : never;

const pick = (types: readonly string[], { type }: Entry) => types[type % types.length] ?? "";
const lines = (pairs: readonly (readonly [string, string | undefined])[], join: string) =>
  pairs.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}${join}${value}`]));
const named = (author: string | undefined) =>
  author === undefined ? undefined : author.split(", ").toReversed().join(" ");

const bibtex = (entry: Entry, index: number) => {
  const type = pick(
    ["article", "inproceedings", "misc", "phdthesis", "incollection", "odd_one"],
    entry,
  );
  const holder = { inproceedings: "booktitle", phdthesis: "school", incollection: "booktitle" };
  const fields = lines(
    [
      ["title", entry.title],
      ["author", entry.author],
      [Object.entries(holder).find(([name]) => name === type)?.[1] ?? "journal", entry.venue],
      ["year", entry.year],
      ["note", entry.note],
    ],
    "={",
  );
  return `@${type}{k${index}${fields.map((field) => `, ${field}}`).join("")}}`;
};

const file = (render: (entry: Entry, index: number) => string) => (entries: readonly Entry[]) =>
  entries.map(render).join("\n");

/** How a format writes entries, each under the key `k` and its place. */
const WRITERS: Partial<Record<ImportFormat, (entries: readonly Entry[]) => string>> = {
  bibtex: file(bibtex),
  biblatex: file(bibtex),
  ris: file((entry, index) =>
    [
      `TY  - ${pick(["JOUR", "CONF", "THES", "CHAP", "UNPB", "ODD"], entry)}`,
      `ID  - k${index}`,
      ...lines(
        [
          ["TI", entry.title],
          ["AU", entry.author],
          ["T2", entry.venue],
          ["PY", entry.year],
          ["N1", entry.note],
        ],
        "  - ",
      ),
      "ER  - ",
    ].join("\n"),
  ),
  nbib: file((entry, index) =>
    [
      `PMID- k${index}`,
      ...lines(
        [
          ["TI  ", entry.title],
          ["FAU ", entry.author],
          ["JT  ", entry.venue],
          ["DP  ", entry.year],
        ],
        "- ",
      ),
      "",
    ].join("\n"),
  ),
  "endnote-xml": (entries) =>
    `<xml><records>${entries
      .map(
        (entry, index) =>
          `<record><rec-number>k${index}</rec-number><ref-type name="${pick(["Journal Article", "Thesis", "Odd"], entry)}">0</ref-type>${
            entry.author === undefined
              ? ""
              : `<contributors><authors><author>${entry.author}</author></authors></contributors>`
          }<titles>${entry.title === undefined ? "" : `<title>${entry.title.replace("&", "&amp;")}</title>`}${
            entry.venue === undefined ? "" : `<secondary-title>${entry.venue}</secondary-title>`
          }</titles></record>`,
      )
      .join("")}</records></xml>`,
  "csl-json": (entries) =>
    JSON.stringify(
      entries.map(({ title, author, venue, type }, index) => ({
        id: `k${index}`,
        type: ["article-journal", "paper-conference", "thesis", "chapter", "article", "odd"][type],
        title,
        author: author === undefined ? [] : [{ literal: named(author) }],
        "container-title": venue,
      })),
    ),
  "json-resume": (entries) =>
    JSON.stringify({
      basics: { name: "Zed Nobody" },
      publications: entries.map(({ title, venue, year }) => ({
        name: title,
        publisher: venue,
        releaseDate: year,
      })),
    }),
  rendercv: (entries) =>
    JSON.stringify({
      cv: {
        name: "Zed Nobody",
        sections: {
          publications: entries.map(({ title, author, venue, year }) => ({
            title,
            authors: author === undefined ? [] : [named(author)],
            journal: venue,
            date: year,
          })),
        },
      },
    }),
  orcid: (entries) =>
    JSON.stringify({
      "activities-summary": {
        works: {
          group: entries.map(({ title, author, venue }, index) => ({
            "work-summary": [
              {
                "put-code": `k${index}`,
                type: "journal-article",
                title: { title: { value: title } },
                "journal-title": { value: venue },
                contributors: {
                  contributor:
                    author === undefined ? [] : [{ "credit-name": { value: named(author) } }],
                },
              },
            ],
          })),
        },
      },
    }),
};

const KEYED = {
  "json-resume": (index: number) => `publications[${index}]`,
  rendercv: (index: number) => `publications[${index}]`,
};

test.each(Object.entries(WRITERS))(
  "%s: each entry is in the record, or reported by its key with a reason",
  (format, write) => {
    const read = Object.entries(IMPORT_FORMATS).find(([name]) => name === format)?.[1];
    const keyOf =
      Object.entries(KEYED).find(([name]) => name === format)?.[1] ??
      ((index: number) => `k${index}`);
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 6 }), (entries) => {
        const reading = read?.(write(entries));
        if (reading === undefined) throw new Error(`there is no reader of ${format}`);
        const readings = [{ file: "all", reading }];
        const options = { marks: new Map(), aliases: [] };
        const { cv, outcomes, pointers, remarks } = planMerge(RECORD, readings, options);
        const left = remarks.filter(({ kind }) => kind === "left-out");
        const accounted = new Set([...outcomes, ...pointers, ...left].map(({ key }) => key));
        for (const index of entries.keys()) expect(accounted).toContain(keyOf(index));
        for (const { reason } of left) expect(reason).not.toBe("");
        expect(planMerge(cv, readings, options).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);
