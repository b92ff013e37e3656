import { expect, test } from "vitest";
import { readRenderCv } from "./read-rendercv.ts";

const TEXT = `# yaml-language-server: $schema=x
cv:
  name: Ada Lovelace
  headline: Engineer
  location: London
  email: ada@example.org
  website: https://example.org/
  social_networks:
    - network: GitHub
      username: ada
    - network: StackOverflow
      username: 12/ada
  sections:
    education:
      - institution: University of Hats
        area: Mathematics
        degree: PhD
        start_date: 2018-09
        end_date: 2022-05
        highlights:
          - "Thesis: [Hats](https://example.org)"
      - institution: School
        area: Sums
        date: 2015
    experience:
      - company: Hat Works
        position: "**Engineer**"
        location: Hatton
        start_date: 2022-06
        end_date: present
    publications:
      - title: Hats & Caps
        authors:
          - Charles Babbage
          - "***Ada Lovelace***"
          - Edgar Poe*
        doi: 10.1000/hats
        journal: Journal of Hats
        date: 2021-03
    awards:
      - name: Golden Hat
        date: 2020-11
    skills:
      - label: Languages
        details: Ada, C
    welcome:
      - Just words.
`;

test("reads people, posts, degrees and publications, and tells of the rest", () => {
  const { read, found, remarks } = readRenderCv(TEXT);
  expect(read).toBe(8);
  expect(found).toEqual([
    {
      kind: "profile",
      key: "cv",
      line: 3,
      value: {
        name: "Ada Lovelace",
        emails: ["ada@example.org"],
        links: [
          { site: "website", url: "https://example.org/" },
          { site: "github", url: "https://github.com/ada" },
        ],
        place: "London",
      },
    },
    {
      kind: "part",
      key: "education[0]",
      line: 15,
      list: "education",
      value: {
        degree: "PhD",
        field: "Mathematics",
        institution: { name: "University of Hats" },
        period: { start: "2018-09", end: "2022-05" },
      },
    },
    {
      kind: "part",
      key: "education[1]",
      line: 22,
      list: "education",
      value: {
        degree: "Sums",
        institution: { name: "School" },
        period: { start: "2015", end: "2015" },
      },
    },
    {
      kind: "part",
      key: "experience[0]",
      line: 26,
      list: "positions",
      value: {
        title: "Engineer",
        institution: { name: "Hat Works", place: "Hatton" },
        period: { start: "2022-06", end: "present" },
      },
    },
    {
      kind: "work",
      key: "publications[0]",
      line: 32,
      work: {
        title: "Hats & Caps",
        authors: [
          { name: "Charles Babbage" },
          { name: "Ada Lovelace" },
          { name: "Edgar Poe", marks: "*" },
        ],
        forms: [
          {
            kind: "journal",
            venue: { name: "Journal of Hats", kind: "journal" },
            date: "2021-03",
            doi: "10.1000/hats",
            links: [],
          },
        ],
        topics: [],
      },
    },
    {
      kind: "part",
      key: "awards[0]",
      line: 41,
      list: "awards",
      value: { title: "Golden Hat", date: "2020-11" },
    },
    {
      kind: "part",
      key: "skills[0]",
      line: 44,
      list: "skills",
      value: { area: "Languages", skills: ["Ada", "C"] },
    },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "cv", "social_networks"],
    ["dropped", "education[0]", "highlights"],
    ["guessed", "education[1]", "start date"],
    ["guessed", "education[1]", "degree"],
    ["guessed", "publications[0]", "kind"],
    ["left-out", "welcome[0]", undefined],
  ]);
});

test("what other people's files say in their own words is entered with a remark, or left out with one", () => {
  const { found, remarks } = readRenderCv(`cv:
  name: Ada Lovelace
  sections:
    about me: [I *count*., On machines with a_b_c.]
    projects:
      - { name: Engine, start_date: 2020, location: London, summary: Builds it, highlights: [Fast] }
      - { name: Undated }
    honors: [{ name: Medal, date: 2019, summary: Royal Society }]
    research interests: [{ bullet: Sums }]
    languages: [{ label: French, details: B2 }, { label: Latin, details: reading }]
    service: [{ label: Reviewer, details: NeurIPS }]
    hobbies: [Chess]
`);
  expect(found.map((entry) => ("value" in entry ? entry.value : undefined))).toEqual([
    { name: "Ada Lovelace", summary: "I count. On machines with a_b_c.", interests: ["Sums"] },
    {
      title: "Engine",
      period: { start: "2020", end: "present" },
      description: "Builds it",
      highlights: ["Fast"],
    },
    { title: "Medal", bodies: ["Royal Society"], date: "2019" },
    { language: "French", level: "b2" },
    { language: "Latin", note: "reading" },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "projects[0]", "location"],
    ["left-out", "projects[1]", undefined],
    ["guessed", "honors[0]", "summary"],
    ["left-out", "service[0]", undefined],
    ["left-out", "hobbies[0]", undefined],
  ]);
});

test.each([
  "",
  "cv:",
  "cv: [",
  "cv: {sections: {x: [null, 1, [2]]}}",
  "a: &a [*a]",
  "- ".repeat(5000),
])("is not shaken by %s", (text) => {
  expect(() => readRenderCv(text)).not.toThrow();
});
