import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import { Cv, printedForm, type Work } from "@triptych/schema";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { STATE } from "../support/places.ts";

const SITE = join(STATE, "site");
const read = (address: string) => readFile(join(SITE, address), "utf8");

/** Case protection of titles, in the forms the readers hand it back. */
const plain = (title: unknown) =>
  String(title).replaceAll(/<span class="nocase">|<\/span>|[{}]/g, "");

/** The words of a name in one order: some are printed with the family first. */
const wordsOf = (name: string) => name.split(" ").toSorted().join(" ");

/** Title, people in order, and year, on one line. */
const factLine = (title: string, people: readonly string[], year: string | number = "") =>
  `${title} / ${people.map(wordsOf).join(", ")} / ${year}`;

interface Name {
  given?: string;
  "non-dropping-particle"?: string;
  family?: string;
  literal?: string;
}
const nameOf = ({ given, "non-dropping-particle": particle, family, literal }: Name) =>
  literal ?? [given, particle, family].filter((part) => part !== undefined).join(" ");

interface Item {
  title?: string;
  author?: Name[];
  issued?: { "date-parts"?: readonly (readonly (string | number)[])[] };
}
const factsOf = (items: readonly Item[]) =>
  items
    .map(({ title, author = [], issued }) =>
      factLine(plain(title), author.map(nameOf), issued?.["date-parts"]?.[0]?.[0]),
    )
    .toSorted();

const factsOfWork = ({ title, authors, appearances: [cited] }: Work) =>
  factLine(title, authors.map(printedForm), cited?.date?.slice(0, 4));

let cv: Cv;
let expected: string[];

beforeAll(async () => {
  cv = Cv.parse(JSON.parse(await readFile(join(STATE, "record", "cv.json"), "utf8")));
  expected = cv.publications.map(factsOfWork).toSorted();
});

/** What a reader that is not ours finds of every work in a file of the site. */
const READERS: [string, (text: string) => string[]][] = [
  [
    "bib",
    (text) =>
      parse(text, { sentenceCase: false })
        .entries.map(({ fields: { title, author = [], year } }) =>
          factLine(
            plain(title),
            author.map(
              ({ firstName, prefix, lastName, name }) =>
                name ??
                [firstName, prefix, lastName].filter((part) => part !== undefined).join(" "),
            ),
            year,
          ),
        )
        .toSorted(),
  ],
  ["ris", (text) => factsOf(new Cite(text).data)],
  ["csl.json", (text) => factsOf(JSON.parse(text))],
];

describe.each(READERS)("built files in %s", (ending, readFacts) => {
  test("the file of all works holds each of them", async () => {
    expect(expected).toHaveLength(61);
    expect(readFacts(await read(`publications.${ending}`))).toEqual(expected);
  });

  test("the file of one work holds that work alone", async () => {
    for (const work of cv.publications)
      expect(readFacts(await read(`publications/${work.id}/cite.${ending}`)), work.id).toEqual([
        factsOfWork(work),
      ]);
  });
});
