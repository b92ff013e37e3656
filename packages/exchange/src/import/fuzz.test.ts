import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMPORT_FORMATS, recogniseFormat } from "./import-format.ts";
import { readOpenAlex } from "./read-openalex.ts";

const READERS = { ...IMPORT_FORMATS, openalex: readOpenAlex };

const SEEDS = [
  String.raw`@string{j = "Journal"} @article{k, title = {A {B} $x^2$ \'e}, author = {Doe, J. and others}, journal = j # " X", year = 2020, month = jul # "~1", pages = {1--2}} @book{b, crossref={k}}`,
  "TY  - JOUR\r\nAU  - Doe, J\r\nTI  - T\r\nT2  - J\r\nPY  - 2020/01/02/x\r\nN1  - arXiv:2201.11380\r\nER  - \r\n",
  '[{"type":"article-journal","title":"T","author":[{"family":"Doe","given":"J."}],"issued":{"date-parts":[[2020,1]]},"container-title":"J","DOI":"10.1000/x"}]',
  '{"basics":{"name":"A","profiles":[{"network":"GitHub","username":"a"}]},"work":[{"name":"X","position":"P","startDate":"2020"}],"publications":[{"name":"T","summary":"A, B"}]}',
  "cv:\n  name: A\n  sections:\n    x:\n      - title: T\n        authors: [A, '*B*']\n        date: 2020\n      - institution: I\n        area: B\n        date: 2019\n",
  '{"activities-summary":{"works":{"group":[{"work-summary":[{"put-code":1,"title":{"title":{"value":"T"}},"external-ids":{"external-id":[{"external-id-type":"doi","external-id-value":"10.1/x"}]}}]}]}}}',
  '{"results":[{"id":"W1","title":"T","authorships":[{"raw_author_name":"Doe, J"}],"primary_location":{"source":{"type":"journal","display_name":"J"}}}]}',
  "10.1000/x\narXiv:2201.11380\n",
];

/** A valid text with pieces cut out, doubled, and strange signs put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(400), fc.nat(20), fc.string({ unit: fc.constantFrom(..."{}[]\"\\$@,:#%&*-\n\r\t \0<>~^'é\uD800 and=") })), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([seed, changes]) =>
    changes.reduce((text, [at, length, insert]) => text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + length), seed),
  );

describe.each(Object.entries(READERS))("%s", (_, read) => {
  test("never throws, and what it finds is text", () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 200 }), fc.json()), (text) => {
        const { found, remarks } = read(text);
        for (const entry of found) {
          expect(entry.line).toBeGreaterThanOrEqual(0);
          if (entry.kind !== "work") continue;
          expect(entry.work.title).not.toBe("");
          expect(entry.work.authors.length).toBeGreaterThan(0);
          for (const { name } of entry.work.authors) expect(name.trim()).toBe(name);
        }
        for (const { reason } of remarks) expect(reason).not.toBe("");
      }),
      { numRuns: 400 },
    );
  });
});

test("a format is recognised, or not, in any text", () => {
  expect(SEEDS.map(recogniseFormat)).toEqual(["bibtex", "ris", "csl-json", "json-resume", "rendercv", "orcid", "csl-json", "identifiers"]);
  fc.assert(fc.property(fc.oneof(mutated, fc.string({ unit: "binary" })), (text) => void recogniseFormat(text)));
});

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));
const ENTRY = "@article{k,\n author = {Müller, Jürgen and van der Lee, Tim},\n title = {A {Title}}, journal = {Journal}, year = {2020}, doi = {10.1000/1}\n}\n";

// The time limit of the test is the bound. Where reading took time in proportion to the square of the length, these would take hours.
test.each([
  ["10 MB of entries", fill(ENTRY, 1e7), [IMPORT_FORMATS.bibtex]],
  ["10 MB of letters", fill("The quick brown fox @ home, 1 + 1 = 2.\n", 1e7), Object.values(READERS)],
  ["2 MB of RIS", fill("TY  - JOUR\r\nAU  - Smith, J\r\nTI  - T\r\nT2  - J\r\nER  - \r\n", 2e6), [IMPORT_FORMATS.ris]],
  ["2 MB of CSL-JSON", `[${fill('{"type":"article","title":"T","author":[{"family":"A","given":"B"}]},', 2e6)}{}]`, [IMPORT_FORMATS["csl-json"]]],
  ["broken entries", fill("\n@article{k, title={", 1e6), Object.values(READERS)],
  ["open braces", fill("{", 1e6), Object.values(READERS)],
  ["heads", fill(" @a{b,c={", 1e6), Object.values(READERS)],
  ["quotation marks", fill('@a{b,c="', 1e6), Object.values(READERS)],
  ["names", `@article{b,title={T},journal={J},author={${fill("A B and ", 1e6)}C}}`, Object.values(READERS)],
  ["commas", `@article{b,title={T},journal={J},author={${fill(", ", 1e6)}}}`, Object.values(READERS)],
  ["marks", `@article{b,title={T},journal={J},author={${fill("*", 1e6)}}}`, Object.values(READERS)],
  ["a long title", `@article{b,author={A},journal={J},title={${fill("\\'e ", 1e6)}}}`, Object.values(READERS)],
  ["a long venue", `@inproceedings{b,author={A},title={T},booktitle={${fill("workshop at ", 1e6)}}}`, Object.values(READERS)],
  ["macros that double", Array.from({ length: 30_000 }, (_, index) => `@string{a${index + 1} = a${index} # a${index}}\n`).join(""), Object.values(READERS)],
  ["blanks", fill(" ", 1e6), Object.values(READERS)],
  ["nested lists", fill("[", 1e6), Object.values(READERS)],
  ["nested objects", fill('{"a":', 1e6), Object.values(READERS)],
  ["dashes", fill("- ", 1e6), Object.values(READERS)],
  ["anchors", fill("&a *a ", 2e5), Object.values(READERS)],
])("%s are read before the test times out", (_, text, readers) => {
  for (const read of readers) expect(() => read(text)).not.toThrow();
});
