import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import { Cv } from "@triptych/schema";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { STATE } from "../support/places.ts";

const SITE = join(STATE, "site");
const read = (address: string) => readFile(join(SITE, address), "utf8");

/** Case protection of titles, in the forms the readers hand it back. */
const plain = (title: unknown) => String(title).replaceAll(/<span class="nocase">|<\/span>|[{}]/g, "");

interface Item {
  title?: string;
  author?: unknown[];
}
const factsOf = (items: readonly Item[]) => items.map(({ title, author }) => `${plain(title)} (${author?.length ?? 0})`).toSorted();

let cv: Cv;
let expected: string[];

beforeAll(async () => {
  cv = Cv.parse(JSON.parse(await readFile(join(STATE, "record", "cv.json"), "utf8")));
  expected = cv.publications.map(({ title, authors }) => `${title} (${authors.length})`).toSorted();
});

/** Title and number of authors of every work in a file of the site, by a reader that is not ours. */
const READERS: [string, (text: string) => string[]][] = [
  [
    "bib",
    (text) =>
      parse(text, { sentenceCase: false })
        .entries.map(({ fields }) => `${plain(fields.title)} (${fields.author?.length ?? 0})`)
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
    for (const { id, title, authors } of cv.publications)
      expect(readFacts(await read(`publications/${id}/cite.${ending}`)), id).toEqual([`${title} (${authors.length})`]);
  });
});
