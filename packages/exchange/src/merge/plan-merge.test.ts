import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import type { Found, PartList } from "../import/finding.ts";
import { planMerge, type SourcedReading } from "./plan-merge.ts";

const OWNER = "Ada Lovelace";
const NOTHING = { marks: new Map(), aliases: [] };
const recordOf = (input: Omit<CvInput, "profile"> & { profile?: Partial<CvInput["profile"]> } = {}) =>
  Cv.parse({ ...input, profile: { name: OWNER, ...input.profile } });

/** A reading of entries that stand in a file one a line. */
function readingOf(file: string, ...values: ({ list: PartList; value: Record<string, unknown> } | Record<string, unknown>)[]): SourcedReading {
  const found = values.map((item, index): Found => {
    const origin = { key: `entry ${index + 1}`, line: index + 1 };
    return "list" in item && "value" in item
      ? { kind: "part", ...origin, list: item.list as PartList, value: item.value as Record<string, unknown> }
      : { kind: "profile", ...origin, value: item };
  });
  return { file, reading: { read: found.length, found, remarks: [] } };
}

/** A plan, once it is known that the same readings planned again change nothing. */
function plan(cv: Cv, ...readings: SourcedReading[]) {
  const first = planMerge(cv, readings, NOTHING);
  expect(planMerge(first.cv, readings, NOTHING).edits).toEqual([]);
  return first;
}

const told = ({ remarks }: { remarks: { kind: string; field?: string | undefined; reason: string }[] }) =>
  remarks.map(({ kind, field, reason }) => `${kind} ${field ?? ""}: ${reason}`);
const award = (value: Record<string, unknown>) => ({ list: "awards" as const, value: { title: "Best Paper Award", date: "2023", ...value } });
const degree = (value: Record<string, unknown>) => ({
  list: "education" as const,
  value: { degree: "MSc", institution: { name: "University of Hats" }, period: { start: "2010", end: "2012" }, ...value },
});

test("awards of two bodies are two, and degrees in two fields, in one file or in several", () => {
  const icml = award({ bodies: ["ICML"] });
  const neurips = award({ bodies: ["NeurIPS"] });
  const physics = degree({ field: "Physics" });
  const maths = degree({ field: "Mathematics", period: { start: "2014", end: "2016" } });
  for (const readings of [[readingOf("a", icml, neurips, physics, maths)], [readingOf("a", icml, physics), readingOf("b", neurips, maths)]]) {
    const { cv } = plan(recordOf(), ...readings);
    expect(cv.awards.map(({ bodies }) => bodies)).toEqual([["ICML"], ["NeurIPS"]]);
    expect(cv.education.map(({ field }) => field)).toEqual(["Physics", "Mathematics"]);
  }
});

test("an award is known by one of its bodies, also where a format writes them in one line", () => {
  const before = recordOf({ awards: [{ title: "Best Paper Award", date: "2023", bodies: ["Royal Society", "British Academy"] }] });
  expect(plan(before, readingOf("a", award({ bodies: ["Royal Society, British Academy"] })), readingOf("b", award({}))).edits).toEqual([]);
});

test("two entries of one file are two unless they say the same", () => {
  const bachelor = degree({ period: { start: "2006", end: "2010" } });
  const { cv, outcomes } = plan(recordOf(), readingOf("a", degree({}), bachelor, degree({})));
  expect(cv.education.map(({ period }) => period.start)).toEqual(["2010", "2006"]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(["added", "added", "unchanged"]);
});

test("people whose names are printed with titles are told apart", () => {
  const mentee = (name: string) => ({
    list: "mentees" as const,
    value: { names: [{ name, title: "Dr." }], level: "phd", institution: "University of Hats", period: { start: "2020" } },
  });
  const { cv } = plan(recordOf(), readingOf("a", mentee("Grace Hopper")), readingOf("b", mentee("Charles Babbage")));
  expect(cv.mentees).toHaveLength(2);
});

test("a known entry takes the fields it lacks, and what else the file says is told", () => {
  const before = recordOf({ education: [{ degree: "MSc", institution: { name: "University of Hats" }, period: { start: "2010", end: "2012" } }] });
  const found = degree({ field: "Physics", institution: { name: "University of Hats", place: "Hatton" }, period: { start: "2010-09", end: "2013" } });
  const result = plan(before, readingOf("a", found));
  expect(result.edits).toEqual([{ kind: "set", path: ["education", 0, "field"], value: "Physics" }]);
  expect(result.outcomes).toMatchObject([{ kind: "merged", id: "education", what: ["field"] }]);
  expect(told(result)).toEqual([
    "dropped institution.place: “Hatton” is new and was not taken; the record stays",
    "dropped period.end: the record says 2012, the file 2013; the record stays",
  ]);
});

test("a second file adds to the profile what the first has not said", () => {
  const orcid = {
    name: OWNER,
    orcid: "0000-0002-1825-0097",
    aliases: ["A. Lovelace"],
    emails: ["ada@example.org"],
    interests: ["Hats"],
    links: [{ site: "website", url: "https://www.example.org/" }],
  };
  const resume = {
    name: OWNER,
    headline: "Counter",
    aliases: [OWNER, "A. Lovelace", "Lovelace, A."],
    emails: ["Ada@example.org", "home@example.org"],
    interests: ["hats", "Caps"],
    links: [
      { site: "website", url: "http://example.org" },
      { site: "orcid", url: "https://orcid.org/0000-0002-1825-0097" },
      { site: "github", url: "https://github.com/ada" },
    ],
  };
  const result = plan(recordOf(), readingOf("orcid.json", orcid), readingOf("resume.json", resume));
  expect(result.cv.profile).toMatchObject({
    aliases: ["A. Lovelace", "Lovelace, A."],
    emails: ["ada@example.org"],
    interests: ["Hats", "Caps"],
    links: [
      { site: "website", url: "https://www.example.org/" },
      { site: "github", url: "https://github.com/ada" },
    ],
  });
  expect(result.outcomes[1]).toMatchObject({ kind: "merged", what: ["headline", "aliases", "links", "interests"] });
  expect(told(result)).toEqual(["dropped emails: home@example.org: the record has another address, and what it has is public"]);
  expect(told(plan(result.cv, readingOf("other.json", { name: OWNER, headline: "Hatter" })))).toEqual([
    "dropped headline: the record says Counter, the file Hatter; the record stays",
  ]);
});
