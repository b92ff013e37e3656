import { expect, test } from "vitest";
import { readRenderCv } from "./read-rendercv.ts";

const TEXT = `# yaml-language-server: $schema=x
cv:
  name: Ada Lovelace
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
        details: Ada
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
      },
    },
    {
      kind: "part",
      key: "education[0]",
      line: 14,
      list: "education",
      value: { degree: "PhD", field: "Mathematics", institution: { name: "University of Hats" }, period: { start: "2018-09", end: "2022-05" } },
    },
    {
      kind: "part",
      key: "education[1]",
      line: 21,
      list: "education",
      value: { degree: "Sums", institution: { name: "School" }, period: { start: "2015", end: "2015" } },
    },
    {
      kind: "part",
      key: "experience[0]",
      line: 25,
      list: "positions",
      value: { title: "Engineer", institution: { name: "Hat Works", place: "Hatton" }, period: { start: "2022-06", end: "present" } },
    },
    {
      kind: "work",
      key: "publications[0]",
      line: 31,
      work: {
        title: "Hats & Caps",
        authors: [{ name: "Charles Babbage" }, { name: "Ada Lovelace" }, { name: "Edgar Poe", marks: "*" }],
        forms: [{ kind: "journal", venue: { name: "Journal of Hats", kind: "journal" }, date: "2021-03", doi: "10.1000/hats", links: [] }],
        topics: [],
      },
    },
    { kind: "part", key: "awards[0]", line: 40, list: "awards", value: { title: "Golden Hat", date: "2020-11" } },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "cv", "social_networks"],
    ["dropped", "cv", "location"],
    ["dropped", "education[0]", "highlights"],
    ["guessed", "education[1]", "start date"],
    ["guessed", "education[1]", "degree"],
    ["guessed", "publications[0]", "kind"],
    ["left-out", "skills[0]", undefined],
    ["left-out", "welcome[0]", undefined],
  ]);
});

test.each(["", "cv:", "cv: [", "cv: {sections: {x: [null, 1, [2]]}}", "a: &a [*a]", "- ".repeat(5000)])("is not shaken by %s", (text) => {
  expect(() => readRenderCv(text)).not.toThrow();
});
