import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toJsonResume } from "../json-resume.ts";
import { readJsonResume } from "./read-json-resume.ts";

test("reads what the format has a place for, and tells of the rest", () => {
  const resume = {
    basics: {
      name: "Ada Lovelace",
      email: "ada@example.org",
      phone: "1",
      profiles: [
        { network: "GitHub", username: "ada" },
        { network: "Myspace", username: "ada" },
      ],
    },
    work: [{ name: "Hat Works", position: "Engineer", startDate: "2022-06", summary: "Made hats" }, { name: "Hat Works" }],
    education: [{ institution: "University of Hats", area: "Sums", studyType: "PhD", startDate: "2018-01-01", endDate: "2022-05" }],
    publications: [
      { name: "Hats", publisher: "Journal of Hats", releaseDate: "2021-03", url: "https://doi.org/10.1000/hats" },
      { name: "Caps", publisher: "Journal of Hats", releaseDate: "2021", summary: "A study of caps." },
      { name: "Gloves", publisher: "Journal of Hats", releaseDate: "2020", summary: "Charles Babbage, Ada Lovelace" },
    ],
    skills: [{ name: "Hats" }],
    projects: [{ name: "Side", description: "x" }],
  };
  const { read, found, remarks } = readJsonResume(JSON.stringify(resume, null, 2));
  expect(read).toBe(9);
  expect(found.map(({ kind, key }) => [kind, key])).toEqual([
    ["profile", "basics"],
    ["part", "work[0]"],
    ["part", "education[0]"],
    ["pointer", "publications[0]"],
    ["work", "publications[2]"],
    ["part", "skills[0]"],
  ]);
  expect(found[1]).toMatchObject({
    line: 18,
    list: "positions",
    value: { title: "Engineer", institution: { name: "Hat Works" }, period: { start: "2022-06", end: "present" } },
  });
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "basics", "profiles"],
    ["dropped", "basics", "phone"],
    ["dropped", "work[0]", "summary"],
    ["left-out", "work[1]", undefined],
    ["dropped", "publications[1]", "summary"],
    ["left-out", "publications[1]", undefined],
    ["guessed", "publications[2]", "authors"],
    ["guessed", "publications[2]", "kind"],
    ["left-out", "projects[0]", undefined],
  ]);
});

const words = fc.constantFrom("Hats", "Golden Thimble", "Université d’Exemple", "Crème & Co.", "帽子研究所", 'Say "hat"');
const date = fc.constantFrom("2019", "2020-02", "2021-12-31");
const period = fc.oneof(
  date.map((start) => ({ start, end: "present" })),
  fc.tuple(fc.constantFrom("2010", "2011-05"), date).map(([start, end]) => ({ start, end })),
);
const institution = fc.record({ name: words, acronym: fc.constantFrom("UoE", "IoEx") }, { requiredKeys: ["name"] });
const anyCv: fc.Arbitrary<CvInput> = fc.record({
  profile: fc.record(
    {
      name: fc.constant("Ada Lovelace"),
      emails: fc.constantFrom([], ["ada@example.org"]),
      links: fc.constantFrom(
        [],
        [
          { site: "website" as const, url: "https://example.org/" },
          { site: "github" as const, url: "https://github.com/ada" },
        ],
      ),
      interests: fc.uniqueArray(words, { maxLength: 2 }),
    },
    { requiredKeys: ["name"] },
  ),
  education: fc.array(
    fc.record({ degree: words, field: words, institution, period, distinction: words }, { requiredKeys: ["degree", "institution", "period"] }),
    { maxLength: 2 },
  ),
  positions: fc.array(
    fc.record({
      title: words,
      institution: fc.record({ name: words, unit: words, place: words }, { requiredKeys: ["name"] }),
      period,
      hosts: fc.constantFrom([], ["Charles Babbage", { name: "Grace Hopper", title: "Prof. Dr." }]),
      supervisors: fc.constantFrom([], ["Alan Turing"]),
    }),
    { maxLength: 2 },
  ),
  awards: fc.array(
    fc.record({ title: words, bodies: words.map((body) => [body]), date, selectivity: fc.constantFrom(5, 0.2) }, { requiredKeys: ["title", "bodies", "date"] }),
    { maxLength: 2 },
  ),
  grants: fc.array(
    fc.record({
      title: words,
      funders: words.map((funder) => [funder]),
      amount: fc.record({ value: fc.constantFrom(1000, 90431.5), currency: fc.constantFrom("EUR", "USD") }),
      period,
      role: fc.constantFrom("pi" as const, "co-pi" as const),
      coInvestigators: fc.constantFrom([], ["Charles Babbage"]),
      declined: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  service: fc.array(
    fc.record({
      year: fc.constantFrom("2020", "2021"),
      kind: fc.constantFrom("area-chair" as const, "journal-reviewer" as const),
      venues: fc.constantFrom(["EXCON"], ["EXCON", "Journal of Hats"]),
    }),
    { maxLength: 2 },
  ),
  certificates: fc.array(fc.record({ title: words, body: words, date }, { requiredKeys: ["title", "date"] }), { maxLength: 2 }),
  skills: fc.array(
    fc.record({ area: words, skills: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }), level: words }, { requiredKeys: ["area", "skills"] }),
    { maxLength: 2 },
  ),
  languages: fc.array(
    fc.record({ language: words, level: fc.constantFrom("native" as const, "c1" as const), note: fc.constant("reading only") }, { requiredKeys: ["language"] }),
    { maxLength: 2 },
  ),
  organisation: fc.array(
    fc.record({ kind: fc.constantFrom("panel" as const, "meetup" as const), event: words, title: words, date }, { requiredKeys: ["kind", "event", "date"] }),
    { maxLength: 2 },
  ),
});

test("gives back what JSON Resume can hold", () => {
  fc.assert(
    fc.property(anyCv, (input) => {
      const cv = Cv.parse(input);
      const { found, remarks } = readJsonResume(toJsonResume(cv).text);
      const parts = Map.groupBy(
        found.filter((entry) => entry.kind === "part"),
        ({ list }) => list,
      );
      const again = Cv.parse({
        profile: { id: cv.profile.id, ...found.flatMap((entry) => (entry.kind === "profile" ? [entry.value] : []))[0] },
        ...Object.fromEntries([...parts].map(([list, entries]) => [list, entries.map(({ value }) => value)])),
      });
      expect(again).toEqual(cv);
      expect(remarks).toEqual([]);
    }),
  );
});
