import { expect, test } from "vitest";
import { readOrcid } from "./read-orcid.ts";

const record = {
  "orcid-identifier": { path: "0000-0000-0000-001X" },
  person: {
    name: { "given-names": { value: "Ada" }, "family-name": { value: "Lovelace" }, "credit-name": null },
    "researcher-urls": { "researcher-url": [{ url: { value: "https://github.com/ada" } }] },
  },
  "activities-summary": {
    employments: {
      "affiliation-group": [
        {
          summaries: [
            {
              "employment-summary": {
                "put-code": 1,
                "role-title": "Fellow",
                "start-date": { year: { value: "2020" }, month: { value: "03" } },
                "end-date": null,
                organization: { name: "University of Hats (UoH)", address: { city: "Hatton", country: "GB" } },
              },
            },
          ],
        },
      ],
    },
    services: {
      "affiliation-group": [
        {
          summaries: [
            {
              "service-summary": {
                "put-code": 6,
                "role-title": "Treasurer",
                "start-date": { year: { value: "2019" } },
                organization: { name: "Hat Society" },
              },
            },
          ],
        },
      ],
    },
    qualifications: {
      "affiliation-group": [
        {
          summaries: [
            {
              "qualification-summary": {
                "put-code": 7,
                "role-title": "Chartered Hatter",
                "end-date": { year: { value: "2018" } },
                organization: { name: "Guild" },
              },
            },
          ],
        },
      ],
    },
    "research-resources": { group: [{}] },
    fundings: {
      group: [
        {
          "funding-summary": [
            {
              "put-code": 2,
              title: { title: { value: "Hats" } },
              amount: { value: "10,000", "currency-code": "EUR" },
              "start-date": { year: { value: "2021" } },
              organization: { name: "Fund" },
            },
          ],
        },
      ],
    },
    "peer-reviews": {
      group: [
        {
          "peer-review-group": [
            {
              "peer-review-summary": [
                { "put-code": 3, "reviewer-role": "reviewer", "completion-date": { year: { value: "2022" } }, "convening-organization": { name: "Press" } },
              ],
            },
          ],
        },
      ],
    },
    works: {
      group: [
        {
          "external-ids": {
            "external-id": [{ "external-id-type": "doi", "external-id-value": "https://doi.org/10.1000/X", "external-id-relationship": "SELF" }],
          },
          "work-summary": [{ "put-code": 4, type: "journal-article", title: { title: { value: "T" } } }],
        },
        {
          "work-summary": [
            {
              "put-code": 8,
              type: "lecture-speech",
              title: { title: { value: "On Hats" } },
              "journal-title": { value: "Hat Society" },
              "publication-date": { year: { value: "2021" } },
            },
          ],
        },
        {
          "work-summary": [
            {
              "put-code": 9,
              type: "translation",
              title: { title: { value: "Hats, in English" } },
              "publication-date": { year: { value: "2022" } },
              contributors: { contributor: [{ "credit-name": { value: "Lovelace, Ada" } }] },
            },
          ],
        },
        {
          "work-summary": [
            {
              "put-code": 5,
              type: "journal-article",
              title: { title: { value: "U" } },
              "journal-title": { value: "J" },
              "publication-date": { year: { value: "2020" } },
              contributors: {
                contributor: [
                  { "credit-name": { value: "Lovelace, Ada" }, "contributor-attributes": { "contributor-role": "author" } },
                  { "credit-name": { value: "Ed" }, "contributor-attributes": { "contributor-role": "editor" } },
                ],
              },
            },
          ],
        },
      ],
    },
  },
};

test("reads who, where, what was granted, reviewed and written", () => {
  const { read, found, remarks } = readOrcid(JSON.stringify(record, null, 2));
  expect(read).toBe(10);
  expect(found).toEqual([
    {
      kind: "profile",
      key: "person",
      line: 5,
      value: { name: "Ada Lovelace", orcid: "0000-0000-0000-001X", links: [{ site: "github", url: "https://github.com/ada" }] },
    },
    {
      kind: "part",
      key: "1",
      line: expect.any(Number),
      list: "positions",
      value: {
        title: "Fellow",
        institution: { name: "University of Hats", acronym: "UoH", place: "Hatton, GB" },
        period: { start: "2020-03", end: "present" },
      },
    },
    {
      kind: "part",
      key: "6",
      line: expect.any(Number),
      list: "memberships",
      value: { body: "Hat Society", role: "Treasurer", period: { start: "2019", end: "present" } },
    },
    { kind: "part", key: "7", line: expect.any(Number), list: "certificates", value: { title: "Chartered Hatter", body: "Guild", date: "2018" } },
    {
      kind: "part",
      key: "2",
      line: expect.any(Number),
      list: "grants",
      value: { title: "Hats", funders: ["Fund"], amount: { value: 10000, currency: "EUR" }, period: { start: "2021" } },
    },
    { kind: "part", key: "3", line: expect.any(Number), list: "service", value: { year: "2022", kind: "journal-reviewer", venues: ["Press"] } },
    { kind: "pointer", key: "4", line: expect.any(Number), title: "T", id: { scheme: "doi", value: "10.1000/X" } },
    { kind: "part", key: "8", line: expect.any(Number), list: "talks", value: { title: "On Hats", host: "Hat Society", date: "2021" } },
    expect.objectContaining({ kind: "work", key: "9", work: expect.objectContaining({ forms: [expect.objectContaining({ kind: "translation" })] }) }),
    expect.objectContaining({ kind: "work", key: "5", work: expect.objectContaining({ title: "U", authors: [{ name: "Ada Lovelace", family: "Lovelace" }] }) }),
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["guessed", "3", "venues"],
    ["left-out", "research-resources", undefined],
  ]);
  const text = JSON.stringify(record, null, 2).split("\n");
  for (const { line, key } of found.slice(1)) expect(text[line] ?? "").toContain(key);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"activities-summary": {"works": {"group": [null, {"work-summary": null}]}}}',
  '{"activities-summary": null, "person": null}',
])("is not shaken by %s", (text) => {
  expect(() => readOrcid(text)).not.toThrow();
});
