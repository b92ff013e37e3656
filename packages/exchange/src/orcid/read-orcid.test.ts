import { expect, test } from "vitest";
import { readOrcid } from "./read-orcid.ts";

const record = {
  "orcid-identifier": { path: "0000-0000-0000-001X" },
  person: {
    name: {
      "given-names": { value: "Ada" },
      "family-name": { value: "Lovelace" },
      "credit-name": null,
    },
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
                organization: {
                  name: "University of Hats (UoH)",
                  address: { city: "Hatton", country: "GB" },
                },
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
                {
                  "put-code": 3,
                  "reviewer-role": "reviewer",
                  "completion-date": { year: { value: "2022" } },
                  "convening-organization": { name: "Press" },
                },
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
            "external-id": [
              {
                "external-id-type": "doi",
                "external-id-value": "https://doi.org/10.1000/X",
                "external-id-relationship": "SELF",
              },
            ],
          },
          "work-summary": [
            { "put-code": 4, type: "journal-article", title: { title: { value: "T" } } },
          ],
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
                  {
                    "credit-name": { value: "Lovelace, Ada" },
                    "contributor-attributes": { "contributor-role": "author" },
                  },
                  {
                    "credit-name": { value: "Ed" },
                    "contributor-attributes": { "contributor-role": "editor" },
                  },
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
      value: {
        name: "Ada Lovelace",
        orcid: "0000-0000-0000-001X",
        links: [{ site: "github", url: "https://github.com/ada" }],
      },
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
    {
      kind: "part",
      key: "7",
      line: expect.any(Number),
      list: "certificates",
      value: { title: "Chartered Hatter", body: "Guild", date: "2018" },
    },
    {
      kind: "part",
      key: "2",
      line: expect.any(Number),
      list: "grants",
      value: {
        title: "Hats",
        funders: ["Fund"],
        amount: { value: 10000, currency: "EUR" },
        period: { start: "2021" },
      },
    },
    {
      kind: "part",
      key: "3",
      line: expect.any(Number),
      list: "service",
      value: { year: "2022", kind: "journal-reviewer", venues: ["Press"] },
    },
    {
      kind: "pointer",
      key: "4",
      line: expect.any(Number),
      title: "T",
      id: { scheme: "doi", value: "10.1000/X" },
    },
    {
      kind: "part",
      key: "8",
      line: expect.any(Number),
      list: "talks",
      value: { title: "On Hats", host: "Hat Society", date: "2021" },
    },
    expect.objectContaining({
      kind: "work",
      key: "9",
      work: expect.objectContaining({ forms: [expect.objectContaining({ kind: "translation" })] }),
    }),
    expect.objectContaining({
      kind: "work",
      key: "5",
      work: expect.objectContaining({
        title: "U",
        authors: [{ name: "Ada Lovelace", family: "Lovelace" }],
      }),
    }),
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["guessed", "3", "venues"],
    ["left-out", "research-resources", undefined],
  ]);
  const text = JSON.stringify(record, null, 2).split("\n");
  for (const { line, key } of found.slice(1)) expect(text[line] ?? "").toContain(key);
});

test("a biography, a subtitle and an ISBN are taken, and what has no place is told", () => {
  const id = (type: string, value: string, relationship = "self") => ({
    "external-id-type": type,
    "external-id-value": value,
    "external-id-relationship": relationship,
  });
  const at = {
    "start-date": { year: { value: "2020" } },
    organization: { name: "Hat Works" },
    "department-name": "Felt",
    url: { value: "https://example.org" },
  };
  const summaries = (kind: string) => ({
    "affiliation-group": [
      { summaries: [{ [`${kind}-summary`]: { "put-code": kind, "role-title": "Hatter", ...at } }] },
    ],
  });
  const text = JSON.stringify({
    person: {
      ...record.person,
      biography: { content: "I count\nhats." },
      addresses: { address: [{ country: { value: "GB" } }] },
    },
    "activities-summary": {
      employments: summaries("employment"),
      distinctions: summaries("distinction"),
      fundings: {
        group: [
          {
            "funding-summary": [
              {
                "put-code": "grant",
                title: { title: { value: "Hats" } },
                ...at,
                "external-ids": { "external-id": [id("grant_number", "7")] },
              },
            ],
          },
        ],
      },
      works: {
        group: [
          {
            "external-ids": {
              "external-id": [
                id("isbn", "978-0-306-40615-7"),
                id("eid", "2-s2.0-1"),
                id("doi", "10.1000/series", "part-of"),
              ],
            },
            "work-summary": [
              {
                "put-code": "book",
                type: "book",
                title: { title: { value: "Hats" }, subtitle: { value: "An Account" } },
                contributors: { contributor: [{ "credit-name": { value: "Ada Lovelace" } }] },
              },
            ],
          },
        ],
      },
    },
  });
  const { found, remarks } = readOrcid(text);
  expect(found[0]).toMatchObject({ value: { summary: "I count hats." } });
  expect(found.at(-1)).toMatchObject({
    work: {
      title: "Hats: An Account",
      forms: [{ kind: "book", isbn: "978-0-306-40615-7", doi: undefined }],
    },
  });
  expect(remarks.map(({ key, field, reason }) => `${key} ${field ?? ""}: ${reason}`)).toEqual([
    "person addresses: “GB” is a code; where you are based goes into profile.place in words",
    "employment url: “https://example.org”",
    "distinction department-name: “Felt”",
    "grant external-ids: “7”: a grant has no place for its number",
    "book external-ids: the record has no place for doi, eid",
  ]);
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
