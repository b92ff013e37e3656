import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toJsonResume } from "./json-resume/write-json-resume.ts";
import { planMerge } from "./merge/plan-merge.ts";
import { toRenderCv } from "./rendercv/write-rendercv.ts";
import type { Reading } from "./found/finding.ts";
import { readJsonResume } from "./json-resume/read-json-resume.ts";
import { readRenderCv } from "./rendercv/read-rendercv.ts";

/** Texts without commas, which both formats put between things. */
const words = fc.constantFrom(
  "Hats",
  "Golden Thimble",
  "Université d’Exemple",
  "Crème & Co.",
  "帽子研究所",
  'Say "hat"',
  "a_b * c* [d](e) `f` \\g",
  "12: 3",
);
const person = fc.constantFrom("Charles Babbage", "Łukasz O’Brien", {
  name: "Grace Hopper",
  title: "Prof. Dr.",
});
const people = fc.uniqueArray(person, { maxLength: 2, selector: (name) => JSON.stringify(name) });
const date = fc.constantFrom("2019", "2020-02", "2021-12-31");
const period = fc.oneof(
  date.map((start) => ({ start, end: "present" })),
  fc.tuple(fc.constantFrom("2010", "2011-05"), date).map(([start, end]) => ({ start, end })),
);
const url = fc.constant("https://example.org/x");
const institution = fc.record(
  { name: words, acronym: fc.constantFrom("UoE", "IoEx"), unit: words, place: words },
  { requiredKeys: ["name"] },
);
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 });
const lines = few(words);

const anyCv = fc.record({
  profile: fc.record(
    {
      name: fc.constant("Ada Lovelace"),
      emails: fc.constantFrom([], ["ada@example.org"]),
      links: fc.constantFrom(
        [],
        [
          { site: "website" as const, url: "https://example.org/" },
          { site: "github" as const, url: "https://github.com/ada" },
          { site: "mastodon" as const, url: "https://fosstodon.org/@ada" },
        ],
      ),
      interests: fc.uniqueArray(words, { maxLength: 2 }),
      headline: fc.constant("Counter of hats"),
      summary: words,
      place: words,
      phone: fc.constant("+44 20"),
    },
    { requiredKeys: ["name"] },
  ),
  education: few(
    fc.record(
      { degree: words, field: words, institution, period, distinction: words, supervisors: people },
      { requiredKeys: ["degree", "institution", "period"] },
    ),
  ),
  positions: few(
    fc.record(
      { title: words, institution, period, hosts: people, supervisors: people, highlights: lines },
      { requiredKeys: ["title", "institution", "period"] },
    ),
  ),
  awards: few(
    fc.record(
      {
        title: words,
        bodies: words.map((body) => [body]),
        place: words,
        date,
        selectivity: fc.constantFrom(5, 0.2),
      },
      { requiredKeys: ["title", "date"] },
    ),
  ),
  grants: few(
    fc.record(
      {
        title: words,
        funders: words.map((funder) => [funder]),
        amount: fc.record({
          value: fc.constantFrom(1000, 90431.5),
          currency: fc.constantFrom("EUR", "USD"),
        }),
        period,
        role: fc.constantFrom("pi" as const, "co-pi" as const),
        coInvestigators: people,
        declined: fc.boolean(),
        url,
      },
      { requiredKeys: ["title", "funders", "period"] },
    ),
  ),
  talks: few(
    fc
      .record(
        { title: words, host: words, organisers: people, place: words, date, url },
        { requiredKeys: ["title", "date"] },
      )
      .chain((talk) =>
        fc.constantFrom(talk, talk.host === undefined ? talk : { ...talk, series: "Hat Seminar" }),
      ),
  ),
  courses: few(
    fc.record(
      {
        title: words,
        code: fc.constantFrom("CS-101", "IMM10"),
        audience: words,
        institution: words,
        date,
        url,
      },
      { requiredKeys: ["title", "institution", "date"] },
    ),
  ),
  tutorials: few(
    fc.record(
      {
        title: words,
        event: words,
        place: words,
        date,
        roles: fc.constantFrom(
          ["presenter" as const],
          ["co-organiser" as const, "presenter" as const],
        ),
        minutes: fc.constantFrom(90, 180),
        description: words,
        url,
      },
      { requiredKeys: ["title", "event", "date", "roles"] },
    ),
  ),
  mentees: few(
    fc.record(
      {
        names: fc.uniqueArray(person, {
          minLength: 1,
          maxLength: 2,
          selector: (name) => JSON.stringify(name),
        }),
        level: fc.constantFrom("phd" as const, "master" as const, "undergraduate" as const),
        role: words,
        programme: words,
        institution: words,
        period,
        outcome: words,
      },
      { requiredKeys: ["names", "level", "institution", "period"] },
    ),
  ),
  service: few(
    fc.record({
      year: fc.constantFrom("2020", "2021"),
      kind: fc.constantFrom("area-chair" as const, "journal-reviewer" as const, "editor" as const),
      venues: fc.constantFrom(["EXCON"], ["EXCON", "Journal of Hats"]),
    }),
  ),
  organisation: few(
    fc.record(
      {
        kind: fc.constantFrom("panel" as const, "meetup" as const),
        event: words,
        title: words,
        role: words,
        place: words,
        date,
        url,
      },
      { requiredKeys: ["kind", "event", "date"] },
    ),
  ),
  media: few(
    fc.record(
      { title: words, outlet: words, date, url },
      { requiredKeys: ["title", "outlet", "date"] },
    ),
  ),
  exhibitions: few(
    fc.record(
      {
        title: words,
        form: fc.constantFrom("solo" as const, "group" as const),
        role: fc.constantFrom("artist" as const, "curator" as const),
        institution: words,
        place: words,
        period,
        partners: people,
        url,
      },
      { requiredKeys: ["title", "institution", "period"] },
    ),
  ),
  projects: few(
    fc.record(
      {
        title: words,
        role: words,
        organisation: words,
        period,
        description: words,
        highlights: lines,
        url,
      },
      { requiredKeys: ["title", "period"] },
    ),
  ),
  consulting: few(
    fc
      .record(
        { client: words, title: words, place: words, period, description: words, url },
        { requiredKeys: ["client", "period"] },
      )
      .filter(({ client, title }) => client !== title),
  ),
  certificates: few(
    fc.record(
      { title: words, body: words, date, expires: fc.constant("2030"), url },
      { requiredKeys: ["title", "date"] },
    ),
  ),
  memberships: few(
    fc.record(
      { body: words, role: fc.constantFrom("Fellow", "Treasurer"), period, url },
      { requiredKeys: ["body", "period"] },
    ),
  ),
  skills: few(
    fc.record(
      {
        area: words,
        skills: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
        level: fc.constant("expert"),
      },
      { requiredKeys: ["area", "skills"] },
    ),
  ),
  languages: few(
    fc.record(
      {
        language: words,
        level: fc.constantFrom("native" as const, "c1" as const),
        note: fc.constant("reading only"),
      },
      { requiredKeys: ["language"] },
    ),
  ),
  references: few(
    fc
      .record(
        { name: person, email: fc.constant("ref@example.org"), statement: words, url },
        { requiredKeys: ["name"] },
      )
      .chain((reference) =>
        fc.constantFrom(
          reference,
          { ...reference, position: "Admiral" },
          { ...reference, position: "Admiral", institution: "Navy" },
        ),
      ),
  ),
}) satisfies fc.Arbitrary<CvInput>;

/** A record without what a format cannot hold: whole lists, or a key of their entries. */
function without(input: CvInput, losses: readonly string[]): CvInput {
  const copy: Record<string, unknown> = structuredClone(input);
  for (const loss of losses) {
    const steps = loss.split(".");
    const last = steps.pop() ?? "";
    const owners = steps.reduce<unknown[]>(
      (at, step) =>
        at.flatMap((owner): unknown =>
          typeof owner === "object" && owner !== null ? Reflect.get(owner, step) : [],
        ),
      [copy],
    );
    for (const owner of owners)
      if (typeof owner === "object" && owner !== null) Reflect.deleteProperty(owner, last);
  }
  return Cv.parse(copy);
}

const LOST_BY_JSON_RESUME =
  // The place of an award is told in words that are not read back.
  "talks courses tutorials mentees media certificates.expires references.email references.url organisation.role organisation.place awards.place " +
  "education.supervisors education.institution.unit education.institution.place";
const LOST_BY_RENDERCV =
  "awards.url grants.url talks.url courses.url tutorials.url organisation.url media.url exhibitions.url projects.url consulting.url certificates.url " +
  "memberships.url references.url references.statement certificates.expires awards.selectivity";

const FORMATS: [string, (cv: Cv) => string, (text: string) => Reading, string][] = [
  ["JSON Resume", (cv) => toJsonResume(cv).text, readJsonResume, LOST_BY_JSON_RESUME],
  ["RenderCV", (cv) => toRenderCv(cv).text, readRenderCv, LOST_BY_RENDERCV],
];

describe.each(FORMATS)("%s", (_, write, read, losses) => {
  test("gives back what it can hold, in every list", () => {
    fc.assert(
      fc.property(anyCv, (input) => {
        const cv = Cv.parse(without(input, losses.split(" ")));
        const { found, remarks } = read(write(cv));
        const parts = Map.groupBy(
          found.filter((entry) => entry.kind === "part"),
          ({ list }) => list,
        );
        const [profile] = found.flatMap((entry) => (entry.kind === "profile" ? [entry.value] : []));
        const again = Cv.parse({
          profile: { id: cv.profile.id, ...profile },
          ...Object.fromEntries(
            [...parts].map(([list, entries]) => [list, entries.map(({ value }) => value)]),
          ),
        });
        expect(again).toEqual(cv);
        expect(remarks.filter(({ kind }) => kind !== "guessed")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is imported once, into an empty record and into its own", () => {
    fc.assert(
      fc.property(anyCv, fc.boolean(), (input, isOwn) => {
        const cv = Cv.parse(without(input, losses.split(" ")));
        const readings = [{ file: "x", reading: read(write(cv)) }];
        const options = { marks: new Map(), aliases: [] };
        const { cv: merged } = planMerge(
          isOwn ? cv : Cv.parse({ profile: { name: cv.profile.name } }),
          readings,
          options,
        );
        expect(planMerge(merged, readings, options).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
