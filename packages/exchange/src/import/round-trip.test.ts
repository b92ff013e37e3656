import { Cv, type CvInput, type Work } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBibtex } from "../bibtex.ts";
import { toCslJson } from "../csl-json.ts";
import { toRis } from "../ris.ts";
import type { FoundWork, Reading } from "./finding.ts";
import { readBibtex } from "./read-bibtex.ts";
import { readCslJson } from "./read-csl-json.ts";
import { readRis } from "./read-ris.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const VENUES = [
  { id: "excon", name: "International Conference on Examples", acronym: "EXCON", kind: "conference" },
  { id: "plain", name: "Symposium on Hats & Gloves", kind: "conference" },
  { id: "jit", name: "Journal of R&D in Textiles, Part B", kind: "journal" },
  { id: "archive", name: "Example Archive", kind: "repository" },
  { id: "uoe", name: "Université d’Exemple", kind: "institution" },
] as const;

const squeeze = (text: string) => text.replaceAll(/\s+/gu, " ").trim().normalize("NFC");
/** Any text of one line, but for signs that stand for markup or for a mark in the formats. */
const anyText = fc
  .oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), fc.string({ unit: fc.constantFrom(..."\\{}~^|&%$_`'\"-,.:=@!? aBßłé(0"), minLength: 1 }))
  .map((text) => squeeze(text.replaceAll(/\p{C}/gu, "").replaceAll(/&(?=\w+;)|[<>]/g, "")))
  .filter((text) => text !== "");
const word = fc.oneof(fc.stringMatching(/^[A-Z][a-z]{3,8}$/), fc.constantFrom("Łukasz", "Ayşe", "O’Brien", "Jean-Luc", "李明", "Нина", "J."));
const person = fc.oneof(
  fc.tuple(word, word).map((words) => words.join(" ")),
  fc.tuple(word, fc.constantFrom("van der", "de", "bin", "von"), word).map((words) => words.join(" ")),
  fc.tuple(word, word).map(([given, family]) => `${given} ${family}, Jr.`),
  word,
);
const date = fc
  .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
  .map(([year, month, day, length]) => [String(year), ...[month, day].map((part) => String(part).padStart(2, "0"))].slice(0, length).join("-"));
const topic = anyText.map((text) => squeeze(text.replaceAll(/[,;]/g, ""))).filter((text) => text !== "");

const form = fc
  .record({ kind: fc.constantFrom("conference", "workshop", "journal", "thesis", "preprint"), plain: fc.boolean(), bare: fc.boolean() })
  .chain(({ kind, plain, bare }): fc.Arbitrary<WorkInput["appearances"][number]> => {
    const isSerial = kind === "conference" || kind === "workshop";
    const venue = isSerial ? (plain ? "plain" : "excon") : kind === "journal" ? "jit" : kind === "thesis" ? "uoe" : bare ? undefined : "archive";
    const isPublished = kind !== "preprint";
    return fc.record(
      {
        kind: fc.constant(kind),
        venue: fc.constant(venue),
        workshop: fc.constant(kind === "workshop" ? "Workshop on Pockets" : undefined),
        edition: isSerial ? fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }) : fc.constant(undefined),
        track: fc.option(fc.constantFrom("Doctoral Consortium", "Industry Track"), { nil: undefined }),
        status: fc.constantFrom("published", "accepted"),
        date,
        place: anyText,
        publisher: isSerial || kind === "journal" ? anyText : fc.constant(undefined),
        volume: isPublished ? fc.stringMatching(/^[0-9A-Z]{1,4}$/) : fc.constant(undefined),
        issue: isPublished ? fc.stringMatching(/^[0-9]{1,3}$/) : fc.constant(undefined),
        pages: isPublished ? fc.stringMatching(/^[1-9][0-9]{0,3}-[1-9][0-9]{0,3}$/) : fc.constant(undefined),
        doi: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9][a-z0-9._()-]{0,10}[a-z0-9]$/),
        arxiv: fc.constantFrom("2201.11380", "2201.11380v2", "math.CO/0309136"),
        links: fc.constantFrom([], [{ type: kind === "preprint" ? "preprint" : "paper", url: "https://example.org/a_b%20c~d" }]),
      },
      { requiredKeys: ["kind", "venue", "workshop", "edition", "track", "status"] },
    ) as fc.Arbitrary<WorkInput["appearances"][number]>;
  });

const anyCv = fc
  .uniqueArray(
    fc.record({
      title: anyText,
      authors: fc.uniqueArray(person, { minLength: 1, maxLength: 5 }),
      form,
      topics: fc.uniqueArray(topic, { maxLength: 3 }),
      abstract: fc.option(anyText, { nil: undefined }),
    }),
    { maxLength: 3, selector: ({ title }) => title },
  )
  .map((works) =>
    Cv.parse({
      profile: { name: "Exemplia Testwell" },
      venues: [...VENUES],
      publications: works.map(({ form: appearance, ...rest }, index) => ({ id: `w${index}`, ...rest, appearances: [appearance] })),
    }),
  );

/** The facts of a work that every bibliography can hold; what has no value falls out. */
function factsOf(cv: Cv, { title, authors, appearances, topics, abstract }: Work) {
  const [first] = appearances;
  const venue = cv.venues.find(({ id }) => id === first?.venue);
  const paper = first?.links[0]?.url;
  return JSON.parse(
    JSON.stringify({
      title,
      authors,
      topics,
      abstract,
      ...first,
      id: undefined,
      venue: venue?.name,
      acronym: venue?.acronym,
      arxiv: first?.arxiv,
      links: undefined,
      honours: undefined,
      // These kinds of works have none; empty lists are defaults of the record.
      editors: undefined,
      url: paper,
      status: first?.status === "published" ? undefined : first?.status,
    }),
  );
}

function factsOfFound({ title, authors, forms, topics, abstract }: FoundWork) {
  const [first] = forms;
  return JSON.parse(
    JSON.stringify({
      title,
      authors: authors.map(({ name }) => name),
      topics,
      abstract,
      ...first,
      venue: first?.venue?.name,
      acronym: first?.venue?.acronym,
      arxiv: forms.find((other) => other.arxiv !== undefined)?.arxiv,
      links: undefined,
      url: first?.links[0]?.url,
    }),
  );
}

const GROUPS = ["conference", "workshop", "journal", "preprint", "thesis"];
const orderOf = (kind: string | undefined) => Math.max(1, GROUPS.indexOf(kind ?? ""));

const FORMATS: [string, (cv: Cv) => string, (text: string) => Reading][] = [
  ["BibTeX", (cv) => toBibtex(cv).text, readBibtex],
  ["RIS", (cv) => toRis(cv).text, readRis],
  ["CSL-JSON", (cv) => toCslJson(cv).text, readCslJson],
];

describe.each(FORMATS)("%s", (_, write, read) => {
  test("gives back what it was given", () => {
    fc.assert(
      fc.property(anyCv, (cv) => {
        const reading = read(write(cv));
        const expected = cv.publications.toSorted((a, b) => orderOf(a.appearances[0]?.kind) - orderOf(b.appearances[0]?.kind)).map((work) => factsOf(cv, work));
        expect(reading.found.flatMap((found) => (found.kind === "work" ? [factsOfFound(found.work)] : []))).toEqual(expected);
        expect(reading.remarks.filter(({ kind }) => kind !== "guessed")).toEqual([]);
        expect(reading.read).toBe(cv.publications.length);
      }),
      { numRuns: 60 },
    );
  });
});
