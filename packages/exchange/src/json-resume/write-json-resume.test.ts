import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { Cv } from "@triptych/schema";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { toJsonResume } from "./write-json-resume.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

function readResume(cv: Cv): unknown {
  const resume: unknown = JSON.parse(toJsonResume(cv).text);
  expect(validate(resume) ? [] : validate.errors).toEqual([]);
  return resume;
}

test("the schema refuses what is wrong, so that its assent means something", () => {
  expect(validate({ basics: { email: "nowhere" }, work: [{ startDate: "May" }] })).toBe(false);
});

test("a record with nothing but a name is valid", () => {
  const cv = Cv.parse({ profile: { name: "Exemplia Testwell" } });
  expect(readResume(cv)).toMatchObject({
    basics: { name: "Exemplia Testwell" },
    work: [],
    publications: [],
  });
  expect(toJsonResume(cv).losses).toEqual([]);
});

const cv = Cv.parse({
  profile: {
    name: "Exemplia Testwell",
    emails: ["a@example.org", "b@example.org"],
    orcid: "0000-0002-1825-0097",
    interests: ["Hats"],
    links: [
      { site: "website", url: "https://exämple.org/ü" },
      { site: "github", url: "https://example.org/github" },
    ],
  },
  positions: [
    {
      title: "Hatter",
      institution: {
        name: "University of Example",
        acronym: "UoE",
        unit: "Hats",
        place: "Nowhere",
      },
      period: { start: "2024-01", end: "present" },
      hosts: [{ name: "Ann Lee", title: "Prof." }],
    },
  ],
  education: [
    {
      degree: "Ph.D.",
      field: "Hats",
      institution: { name: "University of Example", place: "Nowhere" },
      period: { start: "0999" },
      distinction: "Cum laude",
      supervisors: ["Ann Lee"],
    },
  ],
  awards: [
    { title: "Best Hat", bodies: ["Guild"], place: "Nowhere", date: "2020-02-03", selectivity: 5 },
  ],
  grants: [
    {
      title: "Hats for All",
      funders: ["Guild"],
      amount: { value: 1000.5, currency: "EUR" },
      period: { start: "2023" },
      role: "co-pi",
      coInvestigators: ["Ann Lee"],
      declined: true,
    },
  ],
  service: [{ year: "2024", kind: "area-chair", venues: ["EXCON", "BUTTONCON"] }],
  organisation: [{ kind: "panel", event: "EXCON", title: "On Hats", role: "Chair", date: "2024" }],
  talks: [{ title: "Hats", date: "2024" }],
  publications: [
    {
      id: "hats",
      title: "Hats",
      authors: ["Exemplia Testwell", "Ann Lee"],
      appearances: [{ kind: "preprint", status: "under-review", doi: "10.5555/hats" }],
    },
  ],
});

test("every section of the format gets what it can hold", () => {
  expect(readResume(cv)).toMatchObject({
    basics: {
      label: "Hatter",
      email: "a@example.org",
      url: "https://xn--exmple-cua.org/%C3%BC",
      profiles: [
        { network: "github" },
        { network: "orcid", url: "https://orcid.org/0000-0002-1825-0097" },
      ],
    },
    work: [
      {
        name: "University of Example (UoE)",
        position: "Hatter",
        description: "Hats",
        location: "Nowhere",
        startDate: "2024-01",
        highlights: ["Host: Prof. Ann Lee"],
      },
    ],
    education: [
      {
        institution: "University of Example",
        area: "Hats",
        studyType: "Ph.D.",
        score: "Cum laude",
      },
    ],
    awards: [
      {
        title: "Best Hat",
        awarder: "Guild",
        date: "2020-02-03",
        summary: "Nowhere. Given to 5% of candidates",
      },
    ],
    projects: [
      {
        name: "Hats for All",
        type: "grant",
        entity: "Guild",
        description: "EUR 1000.5. Declined",
        roles: ["co-pi"],
        highlights: ["Co-investigator: Ann Lee"],
      },
    ],
    volunteer: [
      { organization: "EXCON, BUTTONCON", position: "area-chair", startDate: "2024" },
      { organization: "EXCON", position: "Chair", summary: "On Hats" },
    ],
    publications: [
      {
        name: "Hats",
        summary: "Exemplia Testwell, Ann Lee. Under review",
        url: "https://doi.org/10.5555/hats",
      },
    ],
    interests: [{ name: "Hats" }],
  });
});

test("what it cannot hold is told", () => {
  const { losses } = toJsonResume(cv);
  expect(losses.map(({ field }) => field)).toEqual([
    "profile.emails",
    "talks",
    "education.institution",
    "education.supervisors",
    "period.end",
    "organisation",
    "dates",
  ]);
  expect(losses).toContainEqual({
    field: "period.end",
    reason: "an end that is not known reads as one still to come (2)",
  });
});
