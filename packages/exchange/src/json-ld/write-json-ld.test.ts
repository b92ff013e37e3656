import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { z } from "zod";
import { describeWork } from "./json-ld-work.ts";
import { toJsonLd } from "./write-json-ld.ts";

const Graph = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@graph": z.array(z.looseObject({ "@type": z.string(), "@id": z.string() })),
});

test("the person and the works are one graph under addresses of the site", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example", interests: ["Hats"] },
    settings: { url: "https://ada.example/" },
    languages: [{ language: "Latin" }],
    memberships: [{ body: "Academy", period: { start: "2020" } }],
    talks: [{ host: "H", date: "2024" }],
    publications: [
      {
        id: "book",
        title: "Hats",
        authors: ["Ada Example", "Bob"],
        appearances: [{ kind: "edited-book", isbn: "978-0-306-40615-7" }],
      },
      {
        id: "chapter",
        title: "Caps",
        authors: ["Ada Example"],
        appearances: [{ kind: "chapter", book: "All Hats" }],
      },
      {
        id: "hute",
        title: "Hats",
        authors: ["Ada Example"],
        appearances: [{ kind: "translation", translationOf: { authors: ["Emil"] } }],
      },
    ],
  });
  const { text, losses } = toJsonLd(cv);
  const graph = Graph.parse(JSON.parse(text))["@graph"];
  expect(graph).toMatchObject([
    {
      "@type": "Person",
      "@id": "https://ada.example/#person",
      knowsAbout: ["Hats"],
      knowsLanguage: ["Latin"],
      memberOf: [{ name: "Academy" }],
    },
    {
      "@type": "Book",
      "@id": "https://ada.example/publications/book/#work",
      isbn: "978-0-306-40615-7",
      editor: [{ name: "Ada Example" }, { name: "Bob" }],
    },
    { "@type": "Chapter", isPartOf: { "@type": "Book", name: "All Hats" } },
    { "@type": "Book", translator: [{ name: "Ada Example" }], author: [{ name: "Emil" }] },
  ]);
  expect(losses.map(({ field }) => field)).toEqual(["talks", "memberships"]);
});

const graphOf = (input: Partial<CvInput>) => {
  const { text, losses } = toJsonLd(Cv.parse({ profile: { name: "Ada Example" }, ...input }));
  const [person, ...works] = Graph.parse(JSON.parse(text))["@graph"];
  return { person, works, fields: losses.map(({ field }) => field) };
};
const VENUES: CvInput["venues"] = [
  { id: "jit", name: "Journal of Hats", kind: "journal" },
  { id: "excon", name: "Hat Conference", kind: "conference" },
];
const describeForm = (
  form: NonNullable<CvInput["publications"]>[number]["appearances"][number],
) => {
  const { works, fields } = graphOf({
    venues: VENUES,
    publications: [{ id: "one", title: "One", authors: ["Ada Example"], appearances: [form] }],
  });
  return { work: works[0], fields };
};

test("without a site, entries are named within the document and have no address", () => {
  const { person, works } = graphOf({
    publications: [
      { id: "one", title: "One", authors: ["Ada Example"], appearances: [{ kind: "book" }] },
    ],
  });
  expect(person).toEqual({ "@type": "Person", "@id": "#person", name: "Ada Example" });
  expect(works).toEqual([
    {
      "@type": "Book",
      "@id": "#publication-one",
      name: "One",
      headline: "One",
      author: [{ "@type": "Person", "@id": "#person", name: "Ada Example" }],
    },
  ]);
});

test("an article stands in an issue of a volume of its journal, each with its own number", () => {
  const { work } = describeForm({ kind: "journal", venue: "jit", volume: "7", issue: "3" });
  expect(work).toMatchObject({
    isPartOf: {
      "@type": "PublicationIssue",
      issueNumber: "3",
      isPartOf: {
        "@type": "PublicationVolume",
        volumeNumber: "7",
        isPartOf: { "@type": "Periodical", name: "Journal of Hats" },
      },
    },
  });
  expect(Object.keys(work ?? {})).not.toEqual(
    expect.arrayContaining(["volumeNumber", "issueNumber"]),
  );
  expect(describeForm({ kind: "journal", venue: "jit", issue: "3" }).work).toMatchObject({
    isPartOf: { "@type": "PublicationIssue", isPartOf: { "@type": "Periodical" } },
  });
  expect(
    describeForm({ kind: "conference", venue: "excon", volume: "7", series: "Notes" }).work,
  ).toMatchObject({
    isPartOf: {
      "@type": "PublicationVolume",
      name: "Hat Conference",
      volumeNumber: "7",
      isPartOf: { "@type": "BookSeries", name: "Notes" },
    },
  });
});

test("what schema.org has a property for is written", () => {
  const { person } = graphOf({
    profile: {
      name: "Ada Example",
      headline: "Hatter",
      place: "Nowhere",
      phone: "+1",
      family: "Example",
    },
    education: [
      {
        degree: "PhD",
        field: "Hats",
        institution: { name: "U", unit: "Hat Institute" },
        period: { start: "2001" },
      },
    ],
    awards: [{ title: "Prize", bodies: ["Guild"], date: "2003" }],
    certificates: [{ title: "Licence", body: "Board", date: "2004", expires: "2030" }],
  });
  expect(person).toMatchObject({
    disambiguatingDescription: "Hatter",
    workLocation: { name: "Nowhere" },
    telephone: "+1",
    familyName: "Example",
    hasCredential: [
      {
        credentialCategory: "degree",
        name: "PhD",
        about: { name: "Hats" },
        recognizedBy: { name: "U", department: { name: "Hat Institute" } },
      },
      {
        credentialCategory: "certificate",
        name: "Licence",
        recognizedBy: { name: "Board" },
        expires: "2030",
      },
    ],
    award: ["Prize, Guild, 2003"],
  });
  expect(
    describeForm({ kind: "report", number: "TR-1", publisher: "Institute" }).work,
  ).toMatchObject({
    reportNumber: "TR-1",
    sourceOrganization: { name: "Institute" },
  });
  expect(describeForm({ kind: "patent", number: "EP 1", doi: "10.5555/x" }).work).toMatchObject({
    identifier: [{ propertyID: "DOI" }, { value: "EP 1" }],
  });
  expect(describeForm({ kind: "software", number: "2.0" }).work).toMatchObject({ version: "2.0" });
  expect(
    describeForm({
      kind: "conference",
      venue: "excon",
      status: "accepted",
      honours: ["best-paper"],
      links: [{ type: "code", url: "https://example.org/code" }],
    }).work,
  ).toMatchObject({
    creativeWorkStatus: "Accepted",
    award: ["best paper"],
    subjectOf: [{ "@type": "SoftwareSourceCode", url: "https://example.org/code" }],
  });
});

test("what it has none for is told", () => {
  const { fields } = graphOf({
    venues: VENUES,
    people: [{ id: "bob", name: "Bob" }],
    education: [
      {
        degree: "PhD",
        institution: { name: "U" },
        period: { start: "2001" },
        distinction: "cum laude",
      },
    ],
    awards: [{ title: "Prize", date: "2003", selectivity: 5 }],
    skills: [{ area: "Craft", skills: ["felt"] }],
    languages: [{ language: "Latin", note: "reading only" }],
    publications: [
      {
        id: "one",
        title: "One",
        authors: ["Ada Example", { name: "Bob", title: "Dr" }],
        equalContribution: [["Ada Example", "Bob"]],
        citations: { count: 2, asOf: "2024", source: "Index" },
        appearances: [
          {
            kind: "workshop",
            venue: "excon",
            workshop: "Hat Day",
            track: "Felt",
            edition: 2,
            place: "Nowhere",
            number: "4",
          },
          { kind: "preprint", arxiv: "2201.11380" },
        ],
      },
      {
        id: "two",
        title: "Two",
        authors: ["Ada Example"],
        appearances: [{ kind: "journal", venue: "jit", status: "under-review" }],
      },
    ],
  });
  const works = [
    "appearances",
    "authors",
    "equalContribution",
    "citations",
    "venue",
    "edition",
    "place",
    "number",
  ];
  expect(fields).toEqual([
    "education.period",
    "education",
    "awards",
    "skills",
    "languages",
    "people",
    ...works.map((field) => `publications.${field}`),
  ]);
});

test("aliases serve to recognise names, and are reported as left out", () => {
  const cv = Cv.parse({ profile: { name: "Ada Example", aliases: ["Adam Erstwhile"] } });
  const { text, losses } = toJsonLd(cv);
  expect(text).not.toContain("Erstwhile");
  expect(losses).toEqual([
    {
      field: "profile.aliases",
      reason: "they serve to recognise names and are never published (1)",
    },
  ]);
});

test("a workshop, a track and a poster are told as such, not as papers of the conference", () => {
  const placed = (appearance: object) => {
    const record = Cv.parse({
      profile: { name: "Ada Example" },
      venues: [{ id: "excon", name: "Example Conference", kind: "conference" }],
      publications: [
        {
          id: "one",
          title: "One",
          authors: ["Ada Example"],
          appearances: [{ venue: "excon", ...appearance }],
        },
      ],
    });
    const [work] = record.publications;
    const described = work === undefined ? {} : describeWork(record, work, undefined);
    return [described["@type"], described["isPartOf"] ?? described["releasedEvent"]];
  };
  const volume = (name: string) => ["ScholarlyArticle", { "@type": "PublicationVolume", name }];
  expect(placed({ kind: "workshop", workshop: "Hat Day" })).toEqual(
    volume("Hat Day at the Example Conference"),
  );
  expect(placed({ kind: "conference", track: "Felt" })).toEqual(volume("Example Conference, Felt"));
  expect(placed({ kind: "poster" })).toEqual([
    "Poster",
    { "@type": "PublicationEvent", name: "Example Conference" },
  ]);
});
