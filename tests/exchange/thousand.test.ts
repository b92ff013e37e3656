import { join } from "node:path";
import { loadCv } from "@triptych/data";
import {
  citationKeys,
  toBiblatex,
  toBibtex,
  toCsv,
  toCslJson,
  toJsonLd,
  toJsonResume,
  toRenderCv,
  toRis,
} from "@triptych/exchange";
import { IMPORT_FORMATS, planMerge } from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import { composeDocument, composeEdition, composePublications } from "@triptych/view";
import { en } from "@triptych/words";
import { beforeAll, describe, expect, test } from "vitest";
import { growRecord } from "../bench/web/grow-record.ts";

const SIZE = 1000;

/** The PDF of a thousand works has a test of its own, and the site a bench. */
describe("a record of a thousand works", () => {
  let cv: Cv;
  beforeAll(async () => {
    const loaded = await loadCv(join(import.meta.dirname, "../../packages/data/content"));
    if (loaded.kind === "faulty") throw new Error("the record is faulty");
    cv = growRecord(loaded.cv, SIZE);
  });

  test("has each work once in the view, under numbers without a gap", () => {
    const publications = composePublications(cv, en);
    expect(new Set(publications.map(({ id }) => id)).size).toBe(SIZE);
    expect(publications.map(({ number }) => number)).toEqual(
      Array.from({ length: SIZE }, (_, index) => index + 1),
    );
    const section = composeDocument(cv, en).sections.find(({ id }) => id === "publications");
    expect(section?.groups.flatMap(({ entries }) => entries)).toHaveLength(SIZE);
  });

  test("makes a first edition that reports every work once, and a second that has nothing to report", () => {
    const edition = composeEdition(cv, en, new Set());
    expect(edition?.works).toHaveLength(SIZE);
    expect(edition?.subject).toMatch(/1,?000/);
    expect(composeEdition(cv, en, new Set(edition?.milestones))).toBeUndefined();
  });

  test.each([
    ["BibTeX", (whole: Cv) => toBibtex(whole).text, IMPORT_FORMATS.bibtex],
    ["BibLaTeX", (whole: Cv) => toBiblatex(whole).text, IMPORT_FORMATS.biblatex],
    ["RIS", (whole: Cv) => toRis(whole).text, IMPORT_FORMATS.ris],
    ["CSL-JSON", (whole: Cv) => toCslJson(whole).text, IMPORT_FORMATS["csl-json"]],
  ])("%s has a thousand entries with keys of their own", (_, write, read) => {
    const { found } = read(write(cv));
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(citationKeys(cv).values()));
    expect(found).toHaveLength(SIZE);
  });

  test("knows its own export again", () => {
    const reading = IMPORT_FORMATS["csl-json"](toCslJson(cv).text);
    expect(
      planMerge(cv, [{ file: "own.json", reading }], { marks: new Map(), aliases: [] }).edits,
    ).toEqual([]);
  });

  test("is whole in the other formats", () => {
    expect(
      toCsv(cv)
        .text.split("\r\n")
        .filter((line) => /^\d+,/.test(line)),
    ).toHaveLength(SIZE);
    expect(JSON.parse(toJsonResume(cv).text).publications).toHaveLength(SIZE);
    expect(toRenderCv(cv).text.match(/^ {6}- title: /gm)).toHaveLength(SIZE);
    expect(toJsonLd(cv).text.match(/"author":/g)?.length).toBeGreaterThanOrEqual(SIZE);
  });
});
