import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { IMPORT_FORMATS, recogniseFormat } from "./import-format.ts";
import { readOpenAlex } from "./openalex/read-openalex.ts";
import { readOpenLibrary } from "./open-library/read-open-library.ts";
import { openStepCounter } from "./testing/step-count.ts";

// Work is bounded by what is read, not by the clock: this is for what would never end.
vi.setConfig({ testTimeout: 1_800_000 });

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

test("10 MB in any format, and 10 MB of words in none, are read to the end", () => {
  const words = fill("The quick brown fox @ home, 1 + 1 = 2.\n", 1e7);
  for (const [name, text] of Object.entries(LONG)) {
    const read = Object.entries(READERS).find(([reader]) => reader === name)?.[1];
    for (const long of [text, words]) expect(() => read?.(long), name).not.toThrow();
  }
});

/** Texts of about the length asked for in which one piece comes again and again. */
const HOSTILE: Record<string, (length: number) => string> = {
  "broken entries": (length) => fill("\n@article{k, title={", length),
  "open braces": (length) => fill("{", length),
  heads: (length) => fill(" @a{b,c={", length),
  "quotation marks": (length) => fill('@a{b,c="', length),
  names: (length) => `@article{b,title={T},journal={J},author={${fill("A B and ", length)}C}}`,
  commas: (length) => `@article{b,title={T},journal={J},author={${fill(", ", length)}}}`,
  marks: (length) => `@article{b,title={T},journal={J},author={${fill("*", length)}}}`,
  "a long title": (length) => `@article{b,author={A},journal={J},title={${fill("\\'e ", length)}}}`,
  "a long venue": (length) =>
    `@inproceedings{b,author={A},title={T},booktitle={${fill("workshop at ", length)}}}`,
  "macros that double": (length) =>
    Array.from(
      { length: Math.ceil(length / 33) },
      (_, index) => `@string{a${index + 1} = a${index} # a${index}}\n`,
    ).join(""),
  blanks: (length) => fill(" ", length),
  "nested lists": (length) => fill("[", length),
  "nested objects": (length) => fill('{"a":', length),
  "nested elements": (length) => fill("<record>", length),
  "a long name": (length) => `PMID- 1\nTI  - T\nJT  - J\nFAU - ${fill("A, ", length)}`,
  dashes: (length) => fill("- ", length),
  anchors: (length) => fill("&a *a ", length / 5),
};

const readAll = (text: string) => Object.values(READERS).map((read) => read(text));

test.each(Object.entries(HOSTILE))("%s are read to the end", (_, compose) => {
  expect(readAll(compose(1e6))).toHaveLength(Object.keys(READERS).length);
});

// The square of the length would make four times the steps of twice the text.
test("reading takes work in proportion to the length", async () => {
  const countSteps = await openStepCounter();
  for (const [name, compose] of Object.entries(HOSTILE)) {
    const [text, twice] = [compose(20_000), compose(40_000)];
    const steps = await countSteps(() => void readAll(text));
    const more = await countSteps(() => void readAll(twice));
    expect(more / steps, `steps of ${name}`).toBeLessThan(2.5);
  }
});
