import fc from "fast-check";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { IMPORT_FORMATS, recogniseFormat } from "./import-format.ts";
import { readOpenAlex } from "./openalex/read-openalex.ts";
import { readOpenLibrary } from "./open-library/read-open-library.ts";

const READERS = { ...IMPORT_FORMATS, openalex: readOpenAlex, "open-library": readOpenLibrary };

const SEEDS = [
  String.raw`@string{j = "Journal"} @article{k, title = {A {B} $x^2$ \'e}, author = {Doe, J. and others}, journal = j # " X", year = 2020, month = jul # "~1", pages = {1--2}} @book{b, crossref={k}}`,
  "TY  - JOUR\r\nAU  - Doe, J\r\nTI  - T\r\nT2  - J\r\nPY  - 2020/01/02/x\r\nN1  - arXiv:2201.11380\r\nER  - \r\n",
  '[{"type":"article-journal","title":"T","author":[{"family":"Doe","given":"J."}],"issued":{"date-parts":[[2020,1]]},"container-title":"J","DOI":"10.1000/x"}]',
  '{"basics":{"name":"A","profiles":[{"network":"GitHub","username":"a"}]},"work":[{"name":"X","position":"P","startDate":"2020"}],"publications":[{"name":"T","summary":"A, B"}]}',
  "cv:\n  name: A\n  sections:\n    x:\n      - title: T\n        authors: [A, '*B*']\n        date: 2020\n      - institution: I\n        area: B\n        date: 2019\n",
  '{"activities-summary":{"works":{"group":[{"work-summary":[{"put-code":1,"title":{"title":{"value":"T"}},"external-ids":{"external-id":[{"external-id-type":"doi","external-id-value":"10.1/x"}]}}]}]}}}',
  '{"results":[{"id":"W1","title":"T","authorships":[{"raw_author_name":"Doe, J"}],"primary_location":{"source":{"type":"journal","display_name":"J"}}}]}',
  "10.1000/x\narXiv:2201.11380\n",
  "PMID- 1\nTI  - T.\nFAU - Doe, J\nDP  - 2020 Jan-Feb\nJT  - J\nPG  - 583-9\nPT  - Journal Article\n\nPMID- 2\n",
  '<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style>Doe, J</style></author></authors></contributors><titles><title>T &amp; U</title><secondary-title>J</secondary-title></titles><dates><year>2020</year></dates></record></records></xml>',
  '{"ISBN:1":{"title":"T","authors":[{"name":"J. Doe"}],"publish_date":"May 2020"}}',
];

/** A valid text with pieces cut out, doubled, and strange signs put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(20),
        fc.string({ unit: fc.constantFrom(..."{}[]\"\\$@,:#%&*-\n\r\t \0<>~^'é\uD800 and=") }),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([seed, changes]) =>
    changes.reduce(
      (text, [at, length, insert]) =>
        text.slice(0, at % (text.length + 1)) +
        insert +
        text.slice((at % (text.length + 1)) + length),
      seed,
    ),
  );

describe.each(Object.entries(READERS))("%s", (_, read) => {
  test("never throws, and what it finds is text", () => {
    fc.assert(
      fc.property(
        fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 200 }), fc.json()),
        (text) => {
          const { found, remarks } = read(text);
          for (const entry of found) {
            expect(entry.line).toBeGreaterThanOrEqual(0);
            if (entry.kind !== "work") continue;
            expect(entry.work.title).not.toBe("");
            expect(entry.work.authors.length).toBeGreaterThan(0);
            for (const { name } of entry.work.authors) expect(name.trim()).toBe(name);
          }
          for (const { reason } of remarks) expect(reason).not.toBe("");
        },
      ),
      { numRuns: 250 },
    );
  });
});

test("a format is recognised, or not, in any text", () => {
  expect(SEEDS.map(recogniseFormat)).toEqual([
    "bibtex",
    "ris",
    "csl-json",
    "json-resume",
    "rendercv",
    "orcid",
    "csl-json",
    "identifiers",
    "nbib",
    "endnote-xml",
    "csl-json",
  ]);
  fc.assert(
    fc.property(
      fc.oneof(mutated, fc.string({ unit: "binary" })),
      (text) => void recogniseFormat(text),
    ),
  );
});

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));
const inList = (piece: string) => `[${fill(`${piece},`, 1e7)}${piece}]`;

/** An abstract, of which most of a long file consists. */
const PROSE = fill("Hats are worn, gloves fit; 3 of 4 did. ", 1500).trim();

/**
 * Ten million signs of entries for each reader; BibTeX and BibLaTeX have one. A YAML of this length
 * is refused.
 */
const LONG: Record<Exclude<keyof typeof READERS, "biblatex">, string> = {
  bibtex: fill(
    `@article{k,\n author = {Müller, Jürgen and van der Lee, Tim},\n title = {A {Title}}, journal = {J}, year = {2020}, abstract = {${PROSE}}\n}\n`,
    1e7,
  ),
  ris: fill(
    `TY  - JOUR\r\nAU  - Smith, J\r\nTI  - T\r\nT2  - J\r\nAB  - ${PROSE}\r\nER  - \r\n`,
    1e7,
  ),
  nbib: fill(`PMID- 1\nTI  - T.\nFAU - Smith, J\nJT  - J\nDP  - 2020 Jan\nAB  - ${PROSE}\n\n`, 1e7),
  "endnote-xml": `<xml><records>${fill(`<record><ref-type name="Book">6</ref-type><titles><title>T</title></titles><abstract>${PROSE}</abstract></record>\n`, 1e7)}`,
  "csl-json": inList(
    `{"type":"article","title":"T","author":[{"family":"A","given":"B"}],"abstract":"${PROSE}"}`,
  ),
  "json-resume": `{"basics":{"name":"A"},"work":${inList(`{"name":"X","position":"P","startDate":"2020","summary":"${PROSE}"}`)}}`,
  rendercv: `cv:\n  name: A\n  sections:\n    work:\n${fill("      - { company: X, position: P, date: 2020 }\n", 1e7)}`,
  orcid: `{"activities-summary":{"works":{"group":${inList(`{"work-summary":[{"put-code":1,"title":{"title":{"value":"${PROSE}"}}}]}`)}}}}`,
  identifiers: fill(`10.1000/x\n# ${PROSE}\n`, 1e7),
  openalex: `{"results":${inList(`{"id":"W1","title":"${PROSE}","authorships":[{"raw_author_name":"Doe, J"}]}`)}}`,
  "open-library": `{${fill(`"ISBN:1":{"title":"T","authors":[{"name":"J. Doe"}],"notes":"${PROSE}"},`, 1e7)}"x":{}}`,
};

// The bound is on processor time of this process, which other work on the machine does not change.
test("10 MB in any format, and 10 MB of words in none, take bounded time", () => {
  const words = fill("The quick brown fox @ home, 1 + 1 = 2.\n", 1e7);
  for (const [name, text] of Object.entries(LONG)) {
    const read = Object.entries(READERS).find(([reader]) => reader === name)?.[1];
    for (const long of [text, words]) {
      const before = process.cpuUsage();
      read?.(long);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6, `seconds of ${name}`).toBeLessThan(15);
    }
  }
});

// Where reading took time in proportion to the square of the length, these would take hours.
test.each([
  ["broken entries", fill("\n@article{k, title={", 1e6)],
  ["open braces", fill("{", 1e6)],
  ["heads", fill(" @a{b,c={", 1e6)],
  ["quotation marks", fill('@a{b,c="', 1e6)],
  ["names", `@article{b,title={T},journal={J},author={${fill("A B and ", 1e6)}C}}`],
  ["commas", `@article{b,title={T},journal={J},author={${fill(", ", 1e6)}}}`],
  ["marks", `@article{b,title={T},journal={J},author={${fill("*", 1e6)}}}`],
  ["a long title", `@article{b,author={A},journal={J},title={${fill("\\'e ", 1e6)}}}`],
  [
    "a long venue",
    `@inproceedings{b,author={A},title={T},booktitle={${fill("workshop at ", 1e6)}}}`,
  ],
  [
    "macros that double",
    Array.from(
      { length: 30_000 },
      (_, index) => `@string{a${index + 1} = a${index} # a${index}}\n`,
    ).join(""),
  ],
  ["blanks", fill(" ", 1e6)],
  ["nested lists", fill("[", 1e6)],
  ["nested objects", fill('{"a":', 1e6)],
  ["nested elements", fill("<record>", 1e6)],
  ["a long name", `PMID- 1\nTI  - T\nJT  - J\nFAU - ${fill("A, ", 1e6)}`],
  ["dashes", fill("- ", 1e6)],
  ["anchors", fill("&a *a ", 2e5)],
])("%s are read before the test times out", (_, text) => {
  for (const read of Object.values(READERS)) expect(() => read(text)).not.toThrow();
});
