import { Cv } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "./found/finding.ts";
import { IMPORT_FORMATS, type ImportFormat } from "./import-format.ts";
import { planMerge } from "./merge/plan-merge.ts";

/** A field of an invented entry, with a word that stands nowhere else. */
interface Field {
  name: string;
  word: string;
}

interface Dialect {
  format: ImportFormat;
  /** Names of fields; those of people, addresses and DOIs are written as such. */
  names: string;
  types: string;
  people?: RegExp;
  addresses?: RegExp;
  doi?: string;
  render: (type: string, fields: readonly (readonly [name: string, value: string])[]) => string;
}

const element = (path: string, value: string): string =>
  path.split("/").reduceRight((inner, name) => `<${name}>${inner}</${name}>`, value);

/** What an entry of each section of RenderCV needs. */
const RENDERCV: Record<string, Record<string, unknown>> = {
  experience: { company: "House", position: "Boiler" },
  education: { institution: "House", area: "Tea" },
  publications: { title: "Kettles", authors: ["Zed Nobody"], journal: "J" },
  projects: { name: "Kettles" },
  awards: { name: "Kettles" },
  skills: { label: "Tea", details: "Pouring" },
  talks: { name: "Kettles" },
  service: { label: "2020, journal-reviewer", details: "J" },
};

const DIALECTS: readonly Dialect[] = [
  {
    format: "bibtex",
    names:
      "author editor translator origtitle edition issue number version isbn issn booktitle " +
      "booksubtitle eventtitle journal journaltitle series publisher address location venue pages " +
      "articleno eid volume doi url howpublished note addendum annotation pubstate abstract " +
      "keywords subtitle school institution organization collaboration primaryclass day language " +
      "langid pdf code slides award reportnumber odd",
    types: "article inproceedings incollection book phdthesis techreport misc unpublished",
    people: /^(?:author|editor|translator)$/,
    addresses: /^(?:url|pdf|code|slides)$/,
    doi: "doi",
    render: (type, fields) =>
      `@${type}{k, author={Nobody, Zed}, title={Kettles}, ` +
      `${fields.map(([name, value]) => `${name}={${value}}`).join(", ")}}`,
  },
  {
    format: "ris",
    names:
      "AU A1 A2 ED A4 TI T1 CT T2 T3 JO JF BT JA PB CY C1 C7 VL IS SP ET M1 M3 SN DO UR L1 LK N1 " +
      "AB N2 KW AD C2 LA ST U1 ZZ",
    types: "JOUR CONF CHAP BOOK EDBOOK THES RPRT UNPB GEN",
    people: /^(?:A\w|ED)$/,
    addresses: /^(?:UR|L1|LK)$/,
    doi: "DO",
    render: (type, fields) =>
      [
        `TY  - ${type}`,
        "ID  - k",
        "AU  - Nobody, Zed",
        "TI  - Kettles",
        ...fields.map(([name, value]) => `${name}  - ${value}`),
        "ER  - ",
      ].join("\n"),
  },
  {
    format: "nbib",
    names: "FAU FED CN CTI EN ISBN BTI JT PB VI IP PG AB OT TT MH LA GR SI XYZ",
    types: "Journal Article|Book|Book Chapter|Review",
    people: /^F(?:AU|ED)$/,
    render: (type, fields) =>
      [
        "PMID- k",
        "FAU - Nobody, Zed",
        "TI  - Kettles",
        `PT  - ${type}`,
        ...fields.map(([name, value]) => `${name.padEnd(4)}- ${value}`),
      ].join("\n"),
  },
  {
    format: "endnote-xml",
    names:
      "titles/secondary-title titles/tertiary-title edition number isbn pub-location publisher " +
      "volume pages notes abstract keywords/keyword electronic-resource-num work-type section " +
      "urls/related-urls/url urls/web-urls/url language custom1 research-notes",
    types: "Journal Article|Book|Book Section|Thesis|Report|Conference Paper|Edited Book",
    addresses: /^urls/,
    doi: "electronic-resource-num",
    render: (type, fields) =>
      `<xml><records><record><rec-number>k</rec-number><ref-type name="${type}">0</ref-type>` +
      element("contributors/authors/author", "Nobody, Zed") +
      element("titles/title", "Kettles") +
      `${fields.map(([name, value]) => element(name, value)).join("")}</record></records></xml>`,
  },
  {
    format: "csl-json",
    names:
      "subtitle container-title collection-title original-title event-title event-place publisher " +
      "publisher-place volume issue page number DOI URL note keyword genre edition ISBN abstract " +
      "version annote archive authority language medium section status chapter-number " +
      "container-title-short title-short",
    types: "article-journal paper-conference chapter book thesis report article dataset patent",
    addresses: /^URL$/,
    doi: "DOI",
    render: (type, fields) =>
      JSON.stringify([
        {
          id: "k",
          type,
          title: "Kettles",
          author: [{ family: "Nobody", given: "Zed" }],
          ...Object.fromEntries(fields),
        },
      ]),
  },
  {
    format: "json-resume",
    names:
      "name position title institution url summary description location area studyType score " +
      "courses awarder publisher roles entity type highlights keywords level fluency language " +
      "reference issuer organization odd",
    types:
      "work volunteer education awards certificates publications skills languages interests " +
      "references projects",
    addresses: /^url$/,
    render: (type, fields) =>
      JSON.stringify({
        basics: { name: "Zed Nobody" },
        [type]: [
          {
            name: "Kettles",
            title: "Kettles",
            position: "Boiler",
            organization: "House",
            institution: "House",
            studyType: "Degree",
            language: "Norse",
            startDate: "2020",
            date: "2020",
            releaseDate: "2020",
            ...Object.fromEntries(fields),
          },
        ],
      }),
  },
  {
    format: "rendercv",
    names: "location summary url highlights doi degree odd",
    types: "experience education publications projects awards skills talks service",
    addresses: /^url$/,
    doi: "doi",
    render: (type, fields) =>
      JSON.stringify({
        cv: {
          name: "Zed Nobody",
          sections: {
            [type]: [{ ...RENDERCV[type], date: "2020", ...Object.fromEntries(fields) }],
          },
        },
      }),
  },
];

const wordOf = (index: number) =>
  `Quill${[...String(index + 10)].map((digit) => "bcdfghjklm"[Number(digit)]).join("")}`;

function valueOf({ name, word }: Field, { people, addresses, doi }: Dialect): string {
  if (people?.test(name) === true) return `${word}, Ann`;
  if (addresses?.test(name) === true) return `https://example.org/${word}`;
  return name === doi ? `10.1000/${word}` : word;
}

const readEntry = (dialect: Dialect, type: string, fields: readonly Field[], doi: string[]) =>
  IMPORT_FORMATS[dialect.format](
    dialect.render(type, [
      ...fields.map((field) => [field.name, valueOf(field, dialect)] as const),
      ...doi.map((name) => [name, "10.1000/kettle"] as const),
    ]),
  );

function merge(...readings: Reading[]) {
  const reading: Reading = {
    read: readings.length,
    found: readings.flatMap(({ found }) => found),
    remarks: readings.flatMap(({ remarks }) => remarks),
  };
  const { cv, remarks } = planMerge(
    Cv.parse({ profile: { name: "Zed Nobody" } }),
    [{ file: "all", reading }],
    { marks: new Map(), aliases: [] },
  );
  return { record: JSON.stringify(cv).toLowerCase(), remarks };
}

/** What stands neither in the record nor in the report, a remark standing for one value. */
function listLost(
  type: string,
  fields: readonly Field[],
  { record, remarks }: ReturnType<typeof merge>,
): string[] {
  const isSaid = ({ word }: Field) =>
    record.includes(word.toLowerCase()) || remarks.some(({ reason }) => reason.includes(word));
  const unsaid = fields.filter((field) => !isSaid(field));
  return [...Map.groupBy(unsaid, ({ name }) => name)].flatMap(([name, lost]) =>
    remarks.filter(({ field }) => field === name).length >= lost.length ? [] : [`${type} ${name}`],
  );
}

/** Types of a dialect, and fields that an entry may have, from the `start`-th word on. */
const anyEntry = ({ format, names, types, doi }: Dialect, start: number, isSecond: boolean) =>
  fc.tuple(
    fc.constantFrom(...types.split(types.includes("|") ? "|" : " ")),
    fc
      .array(fc.constantFrom(...names.split(" ").filter((name) => !isSecond || name !== doi)), {
        minLength: 1,
        maxLength: 6,
      })
      .map((drawn) => (/csl|resume|rendercv/.test(format) ? [...new Set(drawn)] : drawn))
      .map((drawn) => drawn.map((name, index): Field => ({ name, word: wordOf(start + index) }))),
  );

test.each(DIALECTS)("$format: every value is in the record or in the report", (dialect) => {
  fc.assert(
    fc.property(anyEntry(dialect, 0, false), ([type, fields]) => {
      expect(listLost(type, fields, merge(readEntry(dialect, type, fields, [])))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each(DIALECTS.filter(({ doi }) => doi !== undefined))(
  "$format: so is every value of a second entry with the same DOI",
  (dialect) => {
    const [first, second] = [anyEntry(dialect, 0, true), anyEntry(dialect, 20, true)];
    const doi = dialect.doi === undefined ? [] : [dialect.doi];
    fc.assert(
      fc.property(first, second, ([type, fields], [, others]) => {
        const merged = merge(
          readEntry(dialect, type, fields, doi),
          readEntry(dialect, type, others, doi),
        );
        expect(listLost(type, [...fields, ...others], merged)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);

test("keys that every object has are keys like any other", () => {
  const text = '[{"id":"k","type":"article","title":"T","toString":"x","constructor":"y"}]';
  expect(IMPORT_FORMATS["csl-json"](text).remarks.map(({ field }) => field)).toEqual([
    "toString",
    "constructor",
    undefined,
  ]);
});
