import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { describe, expect, test } from "vitest";
import { composeFacets } from "./facets.ts";
import { groupPublications, listedKind } from "../works/publication-groups.ts";
import { composePublications } from "../works/publication.ts";

const record = (publications: CvInput["publications"]): Cv =>
  Cv.parse({
    profile: { id: "ada", name: "Ada Example" },
    venues: [
      {
        id: "icml",
        name: "International Conference on Machine Learning",
        acronym: "ICML",
        kind: "conference",
      },
      { id: "ijcv", name: "International Journal of Computer Vision", kind: "journal" },
    ],
    publications,
  });

const cv = record([
  {
    id: "one",
    title: "One",
    authors: ["Ada Example", "Grace Sample"],
    appearances: [{ kind: "conference", venue: "icml", date: "2023", honours: ["oral"] }],
  },
  {
    id: "two",
    title: "Two",
    authors: ["Grace Sample", "Ada Example"],
    appearances: [
      { kind: "conference", venue: "icml", date: "2024" },
      { kind: "journal", venue: "ijcv", date: "2025" },
    ],
  },
  {
    id: "three",
    title: "Three",
    authors: ["Ada Example"],
    appearances: [{ kind: "preprint", status: "under-review" }],
  },
]);
const publications = composePublications(cv, en);
const outline = (by: "year" | "kind" | "venue") =>
  groupPublications(publications, { cv, words: en, by }).map(({ label, publications: own }) => [
    label,
    own.map(({ id }) => id),
  ]);

describe("groups", () => {
  test("hold every work once, by the appearance it is cited by, newest first", () => {
    expect(outline("year")).toEqual([
      ["2024", ["two"]],
      ["2023", ["one"]],
      ["Under review", ["three"]],
    ]);
    expect(outline("kind")).toEqual([
      ["Conference papers", ["two", "one"]],
      ["Preprint", ["three"]],
    ]);
    expect(outline("venue")).toEqual([
      ["ICML", ["two", "one"]],
      ["No venue yet", ["three"]],
    ]);
  });

  test("a manuscript is no article of the journal it is with", () => {
    const manuscript = (id: string, kind: "journal" | "conference" | "chapter" | "patent") => ({
      id,
      title: id,
      authors: ["Ada Example"],
      appearances: [{ kind, status: "under-review" as const }],
    });
    const cv = record([
      manuscript("a", "journal"),
      manuscript("b", "conference"),
      manuscript("c", "chapter"),
      manuscript("d", "patent"),
    ]);
    const works = composePublications(cv, en);
    const groups = groupPublications(works, { cv, words: en, by: "kind" });
    expect(groups.map(({ label, publications: own }) => [label, own.length])).toEqual([
      ["Manuscripts under review", 3],
      ["Patent", 1],
    ]);
    // What a facet promises is what the works say of themselves.
    for (const { id, publications: own } of groups)
      expect(works.filter((work) => listedKind(work) === id)).toHaveLength(own.length);
  });

  test("of no works are none", () => {
    for (const by of ["year", "kind", "venue"] as const)
      expect(groupPublications([], { cv: record([]), words: en, by })).toEqual([]);
  });
});

describe("facets", () => {
  test("offer what the record holds, with counts", () => {
    const { years, kinds, venues, honours, coauthors, first } = composeFacets(publications, cv, en);
    expect(years.map(({ text }) => text)).toEqual(["2024 (1)", "2023 (1)", "Under review (1)"]);
    expect(kinds.map(({ value }) => value)).toEqual(["conference", "preprint"]);
    expect(venues).toEqual([
      { value: "icml", text: "ICML (2)", name: "International Conference on Machine Learning" },
    ]);
    expect(honours).toEqual([
      { value: "any", text: "Any honour (1)" },
      { value: "oral", text: "Oral (1)" },
    ]);
    expect(coauthors).toEqual([{ value: "grace-sample", text: "Grace Sample (2)" }]);
    expect(first).toBe("First author (2)");
  });

  test("of no works offer nothing", () => {
    expect(composeFacets([], record([]), en)).toEqual({
      years: [],
      kinds: [],
      venues: [],
      honours: [],
      coauthors: [],
    });
  });
});
