import { Cv, type CvInput, orderWorks, type Work } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBiblatex } from "./bibtex/write-biblatex.ts";
import { toBibtex } from "./bibtex/write-bibtex.ts";
import { toCslJson } from "./csl/write-csl-json.ts";
import { toRis } from "./ris/write-ris.ts";
import type { FoundWork, Reading } from "./found/finding.ts";
import { readBibtex } from "./bibtex/read-bibtex.ts";
import { readCslJson } from "./csl/read-csl-json.ts";
import { readRis } from "./ris/read-ris.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const VENUES = [
  {
    id: "excon",
    name: "International Conference on Examples",
    acronym: "EXCON",
    kind: "conference",
  },
  { id: "plain", name: "Symposium on Hats & Gloves", kind: "conference" },
  { id: "jit", name: "Journal of R&D in Textiles, Part B", kind: "journal" },
  { id: "archive", name: "Example Archive", kind: "repository" },
  { id: "uoe", name: "Université d’Exemple", kind: "institution" },
] as const;

const squeeze = (text: string) => text.replaceAll(/\s+/gu, " ").trim().normalize("NFC");
/** Any text of one line, but for signs that stand for markup or for a mark in the formats. */
const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."\\{}~^|&%$_`'\"-,.:=@!? aBßłé(0"), minLength: 1 }),
  )
  .map((text) => squeeze(text.replaceAll(/\p{C}/gu, "").replaceAll(/&(?=\w+;)|[<>]/g, "")))
  .filter((text) => text !== "");
const word = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{3,8}$/),
  fc.constantFrom("Łukasz", "Ayşe", "O’Brien", "Jean-Luc", "李明", "Нина", "J."),
);
const person = fc.oneof(
  fc.tuple(word, word).map((words) => words.join(" ")),
  fc
    .tuple(word, fc.constantFrom("van der", "de", "bin", "von"), word)
    .map((words) => words.join(" ")),
  fc.tuple(word, word).map(([given, family]) => `${given} ${family}, Jr.`),
  word,
);
const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, day, length]) =>
    [String(year), ...[month, day].map((part) => String(part).padStart(2, "0"))]
      .slice(0, length)
      .join("-"),
  );
const topic = anyText
  .map((text) => squeeze(text.replaceAll(/[,;]/g, "")))
  .filter((text) => text !== "");

const form = fc
  .record({
    kind: fc.constantFrom("conference", "workshop", "journal", "thesis", "preprint"),
    plain: fc.boolean(),
    bare: fc.boolean(),
  })
  .chain(({ kind, plain, bare }): fc.Arbitrary<WorkInput["appearances"][number]> => {
    const isSerial = kind === "conference" || kind === "workshop";
    const venue = isSerial
      ? plain
        ? "plain"
        : "excon"
      : kind === "journal"
        ? "jit"
        : kind === "thesis"
          ? "uoe"
          : bare
            ? undefined
            : "archive";
    const isPublished = kind !== "preprint";
    return fc.record(
      {
        kind: fc.constant(kind),
        venue: fc.constant(venue),
        workshop: fc.constant(kind === "workshop" ? "Workshop on Pockets" : undefined),
        edition: isSerial
          ? fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined })
          : fc.constant(undefined),
        track: fc.option(fc.constantFrom("Doctoral Consortium", "Industry Track"), {
          nil: undefined,
        }),
        status: fc.constantFrom("published", "accepted"),
        date,
        place: anyText,
        publisher: isSerial || kind === "journal" ? anyText : fc.constant(undefined),
        volume: isPublished ? fc.stringMatching(/^[0-9A-Z]{1,4}$/) : fc.constant(undefined),
        issue: isPublished ? fc.stringMatching(/^[0-9]{1,3}$/) : fc.constant(undefined),
        pages: isPublished
          ? fc.stringMatching(/^[1-9][0-9]{0,3}-[1-9][0-9]{0,3}$/)
          : fc.constant(undefined),
        isbn: isSerial
          ? fc.constantFrom("978-0-306-40615-7", "080442957X")
          : fc.constant(undefined),
        doi: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9][a-z0-9._()-]{0,10}[a-z0-9]$/),
        arxiv: fc.constantFrom("2201.11380", "2201.11380v2", "math.CO/0309136"),
        links: fc.constantFrom(
          [],
          [
            {
              type: kind === "preprint" ? "preprint" : "paper",
              url: "https://example.org/a_b%20c~d",
            },
          ],
        ),
      },
      { requiredKeys: ["kind", "venue", "workshop", "edition", "track", "status"] },
    ) as fc.Arbitrary<WorkInput["appearances"][number]>;
  });

/**
 * Fields of each of the other kinds, beside date, DOI and link. All have a place in every format
 * but those named below.
 */
const KIND_FIELDS = {
  "master-thesis": [],
  book: ["publisher", "place", "isbn", "edition", "series", "volume"],
  "edited-book": ["publisher", "place", "isbn", "edition", "series", "volume"],
  translation: ["translationOf", "publisher", "place", "isbn", "edition", "series", "volume"],
  chapter: ["editors", "publisher", "place", "isbn", "edition", "series", "volume", "pages"],
  review: ["volume", "issue", "pages"],
  report: ["number", "publisher", "place", "isbn"],
  patent: ["number", "place"],
  dataset: ["number", "publisher"],
  software: ["number", "publisher"],
  poster: ["place", "publisher"],
} as const satisfies Partial<Record<WorkInput["appearances"][number]["kind"], string[]>>;

const BOOKS: ReadonlySet<string> = new Set(["book", "edited-book", "translation"]);
/** Kinds that have a venue or not. */
const MAYBE_VENUED: ReadonlySet<string> = new Set([...BOOKS, "report"]);

const VENUE_OF: Record<string, string> = {
  book: "uoe",
  "edited-book": "uoe",
  translation: "uoe",
  "master-thesis": "uoe",
  review: "jit",
  report: "uoe",
  dataset: "archive",
  software: "archive",
  poster: "plain",
};

const FIELDS = {
  publisher: anyText,
  place: anyText,
  isbn: fc.constantFrom("978-0-306-40615-7", "080442957X"),
  edition: fc.integer({ min: 1, max: 40 }),
  series: anyText,
  volume: fc.stringMatching(/^[0-9A-Z]{1,4}$/),
  issue: fc.stringMatching(/^[0-9]{1,3}$/),
  pages: fc.constant("12-34"),
  number: fc.constantFrom("TR-12", "EP1234567", "2.0.1"),
  editors: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
  translationOf: fc.record(
    { title: anyText, authors: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }) },
    { requiredKeys: ["authors"] },
  ),
};

const kindForm = fc.constantFrom(...Object.entries(KIND_FIELDS)).chain(
  ([kind, fields]) =>
    fc.record(
      {
        kind: fc.constant(kind),
        ...(kind === "chapter" ? { book: anyText } : {}),
        ...(kind === "translation" ? { translationOf: FIELDS.translationOf } : {}),
        ...(VENUE_OF[kind] === undefined ? {} : { venue: fc.constant(VENUE_OF[kind]) }),
        date,
        doi: fc.constant("10.1000/x"),
        links: fc.constantFrom([], [{ type: "paper", url: "https://example.org/a_b%20c~d" }]),
        ...Object.fromEntries(fields.map((field) => [field, FIELDS[field]])),
      },
      {
        requiredKeys: [
          "kind",
          ...(kind === "chapter" ? ["book"] : []),
          ...(kind === "translation" ? ["translationOf"] : []),
          ...(VENUE_OF[kind] === undefined || MAYBE_VENUED.has(kind) ? [] : ["venue"]),
        ] as never[],
      },
    ) as fc.Arbitrary<WorkInput["appearances"][number]>,
);

const anyCv = fc
  .uniqueArray(
    fc.record({
      title: anyText,
      authors: fc.uniqueArray(person, { minLength: 1, maxLength: 5 }),
      form: fc.oneof(form, kindForm),
      topics: fc.uniqueArray(topic, { maxLength: 3 }),
      abstract: fc.option(anyText, { nil: undefined }),
    }),
    { maxLength: 3, selector: ({ title }) => title },
  )
  .map((works) =>
    Cv.parse({
      profile: { name: "Exemplia Testwell" },
      venues: [...VENUES],
      publications: works.map(({ form: appearance, ...rest }, index) => ({
        id: `w${index}`,
        ...rest,
        appearances: [appearance],
      })),
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
      // An empty list is the default of the record.
      editors: first?.editors.length === 0 ? undefined : first?.editors,
      url: paper,
      status: first?.status === "published" ? undefined : first?.status,
    }),
  );
}

/**
 * A book with translators is their translation where they are the owner's, as every one here is.
 */
function factsOfFound({
  title,
  authors: authorsFound,
  translators,
  originalTitle,
  forms,
  topics,
  abstract,
}: FoundWork) {
  const [first] = forms;
  const names = (people: readonly { name: string }[] | undefined) =>
    people?.map(({ name }) => name);
  const authors = translators ?? authorsFound;
  const translation =
    translators === undefined
      ? {}
      : {
          kind: "translation",
          translationOf: { title: originalTitle, authors: names(authorsFound) },
        };
  return JSON.parse(
    JSON.stringify({
      title,
      authors: names(authors),
      topics,
      abstract,
      ...first,
      ...translation,
      editors: names(first?.editors),
      venue: first?.venue?.name,
      acronym: first?.venue?.acronym,
      arxiv: forms.find((other) => other.arxiv !== undefined)?.arxiv,
      links: undefined,
      url: first?.links[0]?.url,
    }),
  );
}

/**
 * A report without a venue is one of the body that issued it, in formats that have one field for
 * both.
 */
const issuerAsVenue = (form: Work["appearances"][number] | undefined) =>
  form?.kind === "report" && form.venue === undefined
    ? { venue: form.publisher, publisher: undefined }
    : {};

/** No format has a field for the venue of a book, which all exports tell. */
const lostOfBook = (form: Work["appearances"][number] | undefined) =>
  BOOKS.has(form?.kind ?? "") ? { venue: undefined } : {};

const lostInBib = ({ appearances: [form] }: Work) => ({
  ...lostOfBook(form),
  ...issuerAsVenue(form),
});

/**
 * What a format is known to lose, which its export tells; nothing where it loses nothing of these
 * records.
 */
const FORMATS: [
  string,
  (cv: Cv) => string,
  (text: string) => Reading,
  (work: Work) => Partial<Work["appearances"][number]>,
][] = [
  ["BibTeX", (cv) => toBibtex(cv).text, readBibtex, lostInBib],
  ["BibLaTeX", (cv) => toBiblatex(cv).text, readBibtex, lostInBib],
  [
    "RIS",
    (cv) => toRis(cv).text,
    readRis,
    // No field for the title of an original.
    ({ appearances: [form] }) => ({
      ...lostOfBook(form),
      ...(form?.translationOf === undefined
        ? {}
        : { translationOf: { authors: form.translationOf.authors } }),
    }),
  ],
  [
    "CSL-JSON",
    (cv) => toCslJson(cv).text,
    readCslJson,
    // The field of the publisher holds the repository, or the body a report is of.
    ({ appearances: [form] }) =>
      form?.kind === "dataset" ||
      form?.kind === "software" ||
      (form?.kind === "report" && form.venue !== undefined)
        ? { publisher: undefined }
        : { ...lostOfBook(form), ...issuerAsVenue(form) },
  ],
];

describe.each(FORMATS)("%s", (_, write, read, lost) => {
  test("gives back what it was given", () => {
    fc.assert(
      fc.property(anyCv, (cv) => {
        const reading = read(write(cv));
        const expected = orderWorks(cv).map((work) =>
          JSON.parse(JSON.stringify({ ...factsOf(cv, work), ...lost(work) })),
        );
        expect(
          reading.found.flatMap((found) =>
            found.kind === "work" ? [factsOfFound(found.work)] : [],
          ),
        ).toEqual(expected);
        expect(reading.remarks.filter(({ kind }) => kind !== "guessed")).toEqual([]);
        expect(reading.read).toBe(cv.publications.length);
      }),
      { numRuns: 80 },
    );
  });
});
