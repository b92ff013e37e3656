import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { toRenderCv } from "./write-rendercv.ts";

/**
 * The models of RenderCV 2 (`src/rendercv/schema/models/cv` of its repository), written down again:
 * strict where they are.
 */
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);
const complex = {
  date: date.optional(),
  start_date: date.optional(),
  end_date: z.union([date, z.literal("present")]).optional(),
  location: z.string().optional(),
  summary: z.string().optional(),
  highlights: z.array(z.string()).optional(),
};
const entryTypes = [
  z.string(),
  z.strictObject({ bullet: z.string() }),
  z.strictObject({ label: z.string(), details: z.string() }),
  z.strictObject({
    institution: z.string(),
    area: z.string(),
    degree: z.string().optional(),
    ...complex,
  }),
  z.strictObject({ company: z.string(), position: z.string(), ...complex }),
  z.strictObject({ name: z.string().min(1), ...complex }),
  z.strictObject({
    title: z.string(),
    authors: z.array(z.string()),
    doi: z
      .string()
      .regex(/\b10\..*/)
      .optional(),
    url: z.url().optional(),
    journal: z.string().optional(),
    date: date.optional(),
    summary: z.string().optional(),
  }),
];
/** All entries of a section are of one type. */
const section = z
  .array(z.unknown())
  .refine(
    (entries) => entryTypes.some((type) => entries.every((entry) => type.safeParse(entry).success)),
    "no entry type takes all of these",
  );
const network = z.enum([
  "LinkedIn",
  "GitHub",
  "GitLab",
  "ORCID",
  "Mastodon",
  "YouTube",
  "Google Scholar",
  "X",
]);
const RenderCv = z.strictObject({
  cv: z.strictObject({
    name: z.string(),
    headline: z.string().optional(),
    location: z.string().optional(),
    email: z.email().optional(),
    phone: z.string().regex(/^\+/).optional(),
    website: z.url().optional(),
    social_networks: z.array(z.strictObject({ network, username: z.string() })).optional(),
    sections: z.record(z.string(), section).optional(),
  }),
});

const read = (cv: Cv) => RenderCv.parse(parse(toRenderCv(cv).text));

test("a name alone is a file", () =>
  expect(read(Cv.parse({ profile: { name: "Ada" } }))).toEqual({ cv: { name: "Ada" } }));

test("every kind of entry stands in a section of one type", () => {
  const period = { start: "2020", end: "present" };
  const cv = Cv.parse({
    profile: {
      name: "Ada Example",
      summary: "All *of* it",
      phone: "+44 20 0000 0000",
      emails: ["a@example.org"],
      orcid: "0000-0002-1825-0097",
      interests: ["Hats"],
      links: [
        { site: "github", url: "https://github.com/ada" },
        { site: "mastodon", url: "https://example.social/@ada" },
        { site: "dblp", url: "https://dblp.org/x" },
      ],
    },
    education: [{ degree: "PhD", institution: { name: "U" }, period: { start: "2010" } }],
    positions: [
      {
        title: "Fellow",
        institution: { name: "U", acronym: "UU", unit: "Dept" },
        period,
        highlights: ["Did it"],
      },
    ],
    awards: [{ title: "Prize", bodies: ["B"], date: "2020" }],
    grants: [{ title: "G", funders: ["F"], amount: { value: 3, currency: "EUR" }, period }],
    talks: [{ series: "S", host: "H", date: "2021-05" }],
    courses: [{ title: "C", code: "C1", institution: "U", date: "2020" }],
    tutorials: [{ title: "T", event: "E", date: "2020", roles: ["presenter"] }],
    mentees: [{ names: ["Bob"], level: "phd", institution: "U", period }],
    service: [{ year: "2020", kind: "editor", venues: ["J"] }],
    organisation: [{ kind: "panel", event: "E", date: "2020" }],
    media: [{ title: "M", outlet: "O", date: "2020" }],
    exhibitions: [{ title: "X", institution: "I", period }],
    projects: [{ title: "P", period }],
    consulting: [{ client: "C", period }],
    certificates: [{ title: "C", date: "2020" }],
    memberships: [{ body: "B", period }],
    skills: [{ area: "A", skills: ["s"] }],
    languages: [{ language: "Latin" }],
    references: [{ name: { name: "Bob", title: "Prof." } }],
    publications: [
      {
        id: "hats",
        title: "Hats [sic]",
        authors: ["Ada Example"],
        appearances: [{ kind: "preprint", doi: "10.5555/x", date: "2024-05-01" }],
      },
    ],
  });
  const { sections = {}, ...head } = read(cv).cv;
  expect(head).toMatchObject({
    phone: "+44 20 0000 0000",
    social_networks: [
      { network: "GitHub", username: "ada" },
      { network: "Mastodon", username: "@ada@example.social" },
      { network: "ORCID", username: "0000-0002-1825-0097" },
    ],
  });
  expect(Object.keys(sections)).toHaveLength(22);
  expect(sections["Summary"]).toEqual([String.raw`All \*of\* it`]);
  expect(sections["Education"]).toEqual([{ institution: "U", area: "PhD", date: "2010" }]);
  expect(sections["Publications"]).toMatchObject([
    { title: String.raw`Hats \[sic\]`, doi: "10.5555/x", date: "2024-05-01" },
  ]);
  expect(toRenderCv(cv).losses.map(({ field }) => field)).toEqual(["profile.links", "period.end"]);
});
