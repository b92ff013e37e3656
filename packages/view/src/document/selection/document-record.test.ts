import { crossCheck, Cv, SectionId } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeDocument } from "../document.ts";
import { documentRecord } from "./document-record.ts";
import { fullVariant, narrowVariant } from "./variant.ts";

const period = { start: "2016", end: "2018" };

const cv = Cv.parse({
  profile: {
    id: "ada",
    name: "Ada Example",
    aliases: ["Adam Erstwhile"],
    phone: "+00 111",
    emails: ["ada@example.org"],
    interests: ["Samples of interest"],
  },
  education: [
    { degree: "Doctor", institution: { name: "Alma" }, period, supervisors: ["G. Sample"] },
  ],
  grants: [
    { title: "Turned down", funders: ["Fund"], period, declined: true },
    { title: "Granted late", funders: ["Fund"], period: { start: "2023", end: "present" } },
  ],
  talks: [{ host: "Early host", date: "2015" }],
  references: [{ name: "Prof. Referee", email: "referee@example.org" }],
  people: [
    {
      id: "grace",
      name: "Grace Sample",
      aliases: ["G. Sample", "Gregor Bygone"],
      url: "https://example.org/grace",
    },
  ],
  venues: [
    { id: "j", name: "A journal", kind: "journal" },
    { id: "k", name: "Another journal", kind: "journal" },
  ],
  figures: [
    { measure: "citations", value: 4321, source: "Index of works" },
    { measure: "grants-total", value: 99, currency: "EUR", source: "Index of grants" },
  ],
  publications: [
    {
      id: "old",
      title: "Old work",
      authors: ["Ada Example", "G. Sample"],
      appearances: [{ kind: "journal", venue: "j", date: "2015" }],
      abstract: "In the abstract",
      topics: ["a topic"],
    },
    {
      id: "new",
      title: "New work",
      authors: ["Ada Example"],
      appearances: [{ kind: "journal", venue: "k", date: "2024", honours: ["oral"] }],
    },
  ],
  variants: [
    { id: "secret", title: "For the committee only" },
    { id: "short", title: "Short", sections: ["publications"], works: { honours: ["oral"] } },
  ],
  settings: {
    selected: ["old"],
    digest: { schedule: "weekly", timeZone: "Europe/Warsaw", note: "For the next edition" },
  },
});

/** Keys whose values arrange and classify; no reader sees them as they stand. */
const SILENT = new Set(
  "id person venue kind status date start end measure currency honours".split(" "),
);

function listTexts(value: unknown, key = ""): string[] {
  if (SILENT.has(key)) return [];
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    listTexts(item, Array.isArray(value) ? key : name),
  );
}

const VARIANTS = [
  fullVariant(en),
  ...cv.variants,
  ...SectionId.options.map((id) => ({ id: `only-${id}`, title: "One section", sections: [id] })),
  { id: "early", title: "Early", until: "2015" },
];

test.each(
  [...VARIANTS, ...VARIANTS.map((one) => narrowVariant(one, "2020", en))].map(
    (variant) => [variant.id, variant] as const,
  ),
)("the record of %s holds no text that the document does not show", (_id, variant) => {
  const record = documentRecord(cv, variant);
  const { interests: _interests, ...header } = composeDocument(cv, en, variant).header;
  const shown = JSON.stringify({ ...composeDocument(cv, en, variant), header });
  expect(listTexts(record).filter((text) => !shown.includes(text))).toEqual([]);
  expect(crossCheck(record)).toEqual([]);
  expect(Cv.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test("what a document shows is in its record", () => {
  const text = JSON.stringify(documentRecord(cv, fullVariant(en)));
  for (const shown of ["Turned down", "referee@example.org", "+00 111", "Old work", "G. Sample"])
    expect(text).toContain(shown);
});
