import { describeWork } from "@triptych/exchange";
import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { describeProfile, describeWay, serializeJsonLd } from "./json-ld.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example", orcid: "0000-0002-1825-0097", emails: ["ada@example.org"] },
  positions: [
    {
      title: "Fellow",
      institution: { name: "Example" },
      period: { start: "2024", end: "present" },
    },
  ],
  venues: [{ id: "v", name: "A Journal", kind: "journal" }],
  publications: [
    {
      id: "one",
      title: "One </script>",
      authors: ["B", "Ada Example"],
      appearances: [{ kind: "journal", venue: "v", date: "2024-06", doi: "10.1000/x" }],
    },
    {
      id: "two",
      title: "Two",
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint", status: "under-review" }],
    },
  ],
});

test("the person has one address on all pages", () => {
  const [work] = cv.publications;
  expect(describeProfile(cv, "https://x.example").mainEntity).toMatchObject({
    "@id": "https://x.example/#person",
    name: "Ada Example",
    jobTitle: "Fellow",
    sameAs: ["https://orcid.org/0000-0002-1825-0097"],
  });
  expect(work === undefined ? {} : describeWork(cv, work, "https://x.example")).toMatchObject({
    "@type": "ScholarlyArticle",
    author: [
      { "@type": "Person", name: "B" },
      { "@id": "https://x.example/#person", name: "Ada Example" },
    ],
    datePublished: "2024-06",
    isPartOf: { "@type": "Periodical", name: "A Journal" },
    identifier: { "@type": "PropertyValue", propertyID: "DOI", value: "10.1000/x" },
    sameAs: ["https://doi.org/10.1000/x"],
  });
});

test("what the record does not hold is not said", () => {
  const work = cv.publications[1];
  expect(
    Object.keys(work === undefined ? {} : describeWork(cv, work, "https://x.example")).toSorted(),
  ).toEqual([
    "@context",
    "@id",
    "@type",
    "author",
    "creativeWorkStatus",
    "headline",
    "name",
    "url",
  ]);
  expect(
    Object.keys(
      describeProfile(Cv.parse({ profile: { name: "Ada" } }), "https://x.example").mainEntity ?? {},
    ),
  ).toEqual(["@type", "@id", "name", "url"]);
});

test("a thesis names its school, a paper its volume, pages and publisher, and what is under review no venue", () => {
  const describe = (
    appearance: NonNullable<CvInput["publications"]>[number]["appearances"][number],
  ) => {
    const record = Cv.parse({
      profile: { name: "Ada Example" },
      venues: [{ id: "v", name: "V", kind: "conference" }],
      publications: [
        {
          id: "one",
          title: "One",
          authors: ["Ada Example"],
          topics: ["hats"],
          appearances: [appearance],
        },
      ],
    });
    const [work] = record.publications;
    const {
      "@context": _context,
      "@id": _id,
      url: _url,
      author: _author,
      name: _name,
      headline: _headline,
      ...rest
    } = work === undefined ? {} : describeWork(record, work, "https://x.example");
    return rest;
  };
  expect(describe({ kind: "thesis", venue: "v" })).toEqual({
    "@type": "Thesis",
    sourceOrganization: { "@type": "Organization", name: "V" },
    keywords: ["hats"],
  });
  expect(
    describe({
      kind: "conference",
      venue: "v",
      volume: "7",
      pages: "1-2",
      publisher: "P",
      arxiv: "2201.11380",
    }),
  ).toEqual({
    "@type": "ScholarlyArticle",
    isPartOf: { "@type": "PublicationVolume", name: "V", volumeNumber: "7" },
    pagination: "1-2",
    publisher: { "@type": "Organization", name: "P" },
    sameAs: ["https://arxiv.org/abs/2201.11380"],
    keywords: ["hats"],
  });
  expect(describe({ kind: "conference", venue: "v", status: "under-review" })).toEqual({
    "@type": "ScholarlyArticle",
    creativeWorkStatus: "Under review",
    keywords: ["hats"],
  });
});

test("no title can end the script it stands in, and the JSON stays the same", () => {
  const [work] = cv.publications;
  const data = work === undefined ? {} : describeWork(cv, work, "https://x.example");
  expect(serializeJsonLd(data)).not.toContain("<");
  expect(JSON.parse(serializeJsonLd(data))).toEqual(data);
});

test("the way counts its steps from one", () => {
  expect(
    describeWay("https://x.example", [
      { name: "Home", path: "/" },
      { name: "Works", path: "/publications/" },
    ]).itemListElement,
  ).toEqual([
    { "@type": "ListItem", position: 1, name: "Home", item: "https://x.example/" },
    { "@type": "ListItem", position: 2, name: "Works", item: "https://x.example/publications/" },
  ]);
});
