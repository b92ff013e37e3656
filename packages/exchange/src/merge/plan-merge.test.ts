import { Cv, type CvInput, type ListId } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Found } from "../found/finding.ts";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { planMerge, type SourcedReading } from "./plan-merge.ts";

const OWNER = "Ada Lovelace";
const NOTHING = { marks: new Map(), aliases: [] };
const recordOf = (
  input: Omit<CvInput, "profile"> & { profile?: Partial<CvInput["profile"]> } = {},
) => Cv.parse({ ...input, profile: { name: OWNER, ...input.profile } });

type Item = { list: ListId; value: Record<string, unknown> } | { profile: Record<string, unknown> };

/** A reading of entries that stand in a file one a line. */
function readingOf(file: string, ...items: Item[]): SourcedReading {
  const found = items.map((item, index): Found => {
    const origin = { key: `entry ${index + 1}`, line: index + 1 };
    return "list" in item
      ? { kind: "part", ...origin, ...item }
      : { kind: "profile", ...origin, value: item.profile };
  });
  return { file, reading: { read: found.length, found, remarks: [] } };
}

/** A plan, once it is known that the same readings planned again change nothing. */
function plan(cv: Cv, ...readings: SourcedReading[]) {
  const first = planMerge(cv, readings, NOTHING);
  expect(planMerge(first.cv, readings, NOTHING).edits).toEqual([]);
  return first;
}

const told = ({
  remarks,
}: {
  remarks: { kind: string; field?: string | undefined; reason: string }[];
}) => remarks.map(({ kind, field, reason }) => `${kind} ${field ?? ""}: ${reason}`);
const award = (value: Record<string, unknown>) => ({
  list: "awards" as const,
  value: { title: "Best Paper Award", date: "2023", ...value },
});
const degree = (value: Record<string, unknown>) => ({
  list: "education" as const,
  value: {
    degree: "MSc",
    institution: { name: "University of Hats" },
    period: { start: "2010", end: "2012" },
    ...value,
  },
});

test("awards of two bodies are two, and degrees in two fields, in one file or in several", () => {
  const icml = award({ bodies: ["ICML"] });
  const neurips = award({ bodies: ["NeurIPS"] });
  const physics = degree({ field: "Physics" });
  const maths = degree({ field: "Mathematics", period: { start: "2014", end: "2016" } });
  for (const readings of [
    [readingOf("a", icml, neurips, physics, maths)],
    [readingOf("a", icml, physics), readingOf("b", neurips, maths)],
  ]) {
    const { cv } = plan(recordOf(), ...readings);
    expect(cv.awards.map(({ bodies }) => bodies)).toEqual([["ICML"], ["NeurIPS"]]);
    expect(cv.education.map(({ field }) => field)).toEqual(["Physics", "Mathematics"]);
  }
});

test("an award or a grant is known by one of its bodies, also where a format writes them in one line", () => {
  const bodies = ["Royal Society", "British Academy"];
  const grant = { title: "Fellowship", period: { start: "2024", end: "2027" } };
  const before = recordOf({
    awards: [{ title: "Best Paper Award", date: "2023", bodies }],
    grants: [{ ...grant, funders: bodies }],
  });
  const joined = [bodies.join(", ")];
  const found = readingOf("a", award({ bodies: joined }), {
    list: "grants",
    value: { ...grant, funders: joined },
  });
  expect(plan(before, found, readingOf("b", award({}))).edits).toEqual([]);
  expect(
    plan(before, readingOf("a", { list: "grants", value: { ...grant, funders: ["ERC"] } })).cv
      .grants,
  ).toHaveLength(2);
});

const anyAward = fc.record(
  {
    bodies: fc.constantFrom(["ICML"], ["NeurIPS"]),
    place: fc.constantFrom("Hatton", "Capton"),
    selectivity: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
);

test("whatever entries that are alike leave out, each file finds its own again, and a record of one file has them all", () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyAward, { maxLength: 4 }), { maxLength: 3 }), (files) => {
      const { cv } = plan(
        recordOf(),
        ...files.map((awards, index) => readingOf(`${index}`, ...awards.map(award))),
      );
      const [only = []] = files;
      const distinct = new Set(
        only.map(({ bodies, place, selectivity }) => JSON.stringify([bodies, place, selectivity])),
      );
      if (files.length === 1) expect(cv.awards).toHaveLength(distinct.size);
    }),
    { numRuns: 300 },
  );
});

test("people whose names are printed with titles are told apart", () => {
  const mentee = (name: string) => ({
    list: "mentees" as const,
    value: {
      names: [{ name, title: "Dr." }],
      level: "phd",
      institution: "University of Hats",
      period: { start: "2020" },
    },
  });
  const { cv } = plan(
    recordOf(),
    readingOf("a", mentee("Grace Hopper")),
    readingOf("b", mentee("Charles Babbage")),
  );
  expect(cv.mentees).toHaveLength(2);
});

test("a known entry takes the fields it lacks, and what else the file says is told", () => {
  const before = recordOf({
    education: [
      {
        degree: "MSc",
        institution: { name: "University of Hats" },
        period: { start: "2010", end: "2012" },
      },
    ],
  });
  const found = degree({
    field: "Physics",
    institution: { name: "University of Hats", place: "Hatton" },
    period: { start: "2010-09", end: "2013" },
  });
  const result = plan(before, readingOf("a", found));
  expect(result.edits).toEqual([
    { kind: "set", path: ["education", 0, "field"], value: "Physics" },
  ]);
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
  const result = plan(
    recordOf(),
    readingOf("orcid.json", { profile: orcid }),
    readingOf("resume.json", { profile: resume }),
  );
  expect(result.cv.profile).toMatchObject({
    aliases: ["A. Lovelace", "Lovelace, A."],
    emails: ["ada@example.org"],
    interests: ["Hats", "Caps"],
    links: [
      { site: "website", url: "https://www.example.org/" },
      { site: "github", url: "https://github.com/ada" },
    ],
  });
  expect(result.outcomes[1]).toMatchObject({
    kind: "merged",
    what: ["headline", "aliases", "links", "interests"],
  });
  expect(told(result)).toEqual([
    "dropped emails: home@example.org: the record has another address, and what it has is public",
  ]);
  expect(
    told(
      plan(result.cv, readingOf("other.json", { profile: { name: OWNER, headline: "Hatter" } })),
    ),
  ).toEqual(["dropped headline: the record says Counter, the file Hatter; the record stays"]);
});

/** Entries by Ada Lovelace of 2020, one in each file or all in one. */
function worksOf(entries: readonly string[], isOneFile: boolean) {
  const texts = entries.map((fields, index) =>
    fields.replace("{", `{k${index}, author={Ada Lovelace}, year=2020, `),
  );
  const files = isOneFile ? [texts.join("\n")] : texts;
  return plan(
    recordOf(),
    ...files.map((text, index) => ({ file: `${index}.bib`, reading: readBibtex(text) })),
  );
}

test.each([
  [
    "@incollection{title={Introduction}, booktitle={The Book of Hats}}",
    "@incollection{title={Introduction}, booktitle={The Book of Caps}}",
  ],
  [
    "@article{title={Editorial}, journal={J. Hats}, volume=3}",
    "@article{title={Editorial}, journal={J. Hats}, volume=4}",
  ],
  [
    "@article{title={Editorial}, journal={J. Hats}, pages={12--14}}",
    "@article{title={Editorial}, journal={J. Hats}, pages={201--202}}",
  ],
  [
    "@article{title={Book review}, journal={Journal of Hats}}",
    "@article{title={Book review}, journal={Caps Quarterly}}",
  ],
])("what stands in two places under one title is two works: %s", (...entries) => {
  for (const isOneFile of [true, false]) {
    const result = worksOf(entries, isOneFile);
    const [first, second] = result.outcomes;
    expect([first?.kind, second?.kind]).toEqual(["added", "added"]);
    expect(told(result)).toEqual([
      `guessed title: it is that of ${first?.id}, which appeared elsewhere; the two were taken for two works`,
    ]);
  }
});

test.each([
  [
    "@incollection{title={Introduction}, booktitle={The Book of Hats}}",
    "@incollection{title={Introduction}, booktitle={The Book of Hats: a Companion}}",
  ],
  [
    "@article{title={On Hats}, journal={J. Mach. Learn. Res.}, volume={03}}",
    "@article{title={On Hats}, journal={Journal of Machine Learning Research}, volume=3}",
  ],
  [
    "@article{title={On Hats}, journal={IEEE TPAMI}}",
    "@article{title={On Hats}, journal={IEEE Transactions on Pattern Analysis and Machine Intelligence}}",
  ],
  [
    "@article{title={On Hats}, journal={J. Hats}, pages={1--14}}",
    "@article{title={On Hats}, journal={J. Hats}, pages={220--234}}",
  ],
  [
    "@article{title={On Hats}, journal={J. Hats}, pages={104752}}",
    "@article{title={On Hats}, journal={J. Hats}, pages={22--34}}",
  ],
  [
    "@article{title={On Hats}, journal={J. Hats}, pages={22--34}}",
    "@misc{title={On Hats}, eprint={2201.11380}}",
  ],
])("what two files say of one work in their own ways is one work: %s", (...entries) => {
  expect(worksOf(entries, false).cv.publications).toHaveLength(1);
});

test("another venue than the record has is told", () => {
  const entries = [
    "@article{title={On Hats}, journal={Journal of Hats}, doi={10.1000/x}}",
    "@article{title={On Hats}, journal={Caps Quarterly}, doi={10.1000/x}}",
  ];
  expect(told(worksOf(entries, false))).toEqual([
    "dropped venue: the record says Journal of Hats, the file Caps Quarterly; the record stays",
  ]);
});
