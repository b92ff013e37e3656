import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "./folded-text.ts";
import { compileQuery } from "./match.ts";
import { readQuery } from "./query.ts";

interface Work {
  title: string;
  authors: string[];
  year: string;
  kind: string;
  venue: string;
  honours: string[];
  first: boolean;
  people: string[];
}

/**
 * What a work's page shows of a venue and what its facet adds; a venue without an acronym adds
 * nothing.
 */
const VENUE_NAMES: Record<string, string> = { icml: "Conférence on Machine Learning" };
const WORDS = [
  "Sparse",
  "sparsity",
  "Élan",
  "neural",
  "网络",
  "Müller",
  "oral",
  "a+b",
  "(OWL)",
  "2024",
];
const word = fc.constantFrom(...WORDS);
const work: fc.Arbitrary<Work> = fc.record({
  title: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
  authors: fc.array(word, { maxLength: 3 }),
  year: fc.constantFrom("2023", "2024", "Under review"),
  kind: fc.constantFrom("conference", "journal"),
  venue: fc.constantFrom("", "icml", "icml-workshop"),
  honours: fc.uniqueArray(
    fc.constantFrom("oral", "spotlight", "best-paper", "best-paper-runner-up"),
    { maxLength: 2 },
  ),
  first: fc.boolean(),
  people: fc.uniqueArray(fc.constantFrom("lu-yin", "lu-yin-2", "yin"), { maxLength: 3 }),
});
const maybe = (...values: string[]) => fc.constantFrom("", ...values);
const query = fc.record({
  q: fc
    .array(
      fc.oneof(word, fc.constantFrom("ELAN", "mull", "net", "spars", " ", "conference", "Machine")),
      { maxLength: 3 },
    )
    .map((words) => words.join("  ")),
  year: maybe("2024", "Under review"),
  kind: maybe("journal"),
  venue: maybe("icml"),
  honour: maybe("any", "oral", "best-paper"),
  author: maybe("first"),
  with: maybe("lu-yin", "yin"),
});

/** The rules once more, on plain records and with another way to compare letters. */
function isExpected(known: Work, wanted: ReturnType<typeof readQuery>): boolean {
  const plain = (text: string) =>
    [...text.normalize("NFD")]
      .filter((letter) => letter < "\u0300" || letter > "\u036f")
      .join("")
      .toLocaleLowerCase("en");
  const places = [known.title, ...known.authors, known.year, VENUE_NAMES[known.venue] ?? ""].map(
    plain,
  );
  const words = wanted.q.split(" ").filter((part) => part !== "");
  if (!words.every((part) => places.some((place) => place.indexOf(plain(part)) >= 0))) return false;
  if (wanted.year !== "" && known.year !== wanted.year) return false;
  if (wanted.kind !== "" && known.kind !== wanted.kind) return false;
  if (wanted.venue !== "" && known.venue !== wanted.venue) return false;
  if (
    wanted.honour === "any"
      ? known.honours.length === 0
      : wanted.honour !== "" && !known.honours.includes(wanted.honour)
  )
    return false;
  if (wanted.author === "first" && !known.first) return false;
  return wanted.with === "" || known.people.includes(wanted.with);
}

test("finds what a plain reading of the record finds", () => {
  let hits = 0;
  fc.assert(
    fc.property(fc.array(work, { maxLength: 12 }), query, (works, wanted) => {
      const isMatch = compileQuery(wanted);
      const found = works.filter(({ title, authors, year, kind, venue, honours, first, people }) =>
        isMatch({
          text: foldText([title, ...authors, year, VENUE_NAMES[venue] ?? ""].join("\n")),
          facets: {
            year,
            kind,
            venue,
            honour: honours.join(" "),
            author: first ? "first" : "",
            with: people.join(" "),
          },
        }),
      );
      hits += found.length;
      expect(found).toEqual(works.filter((known) => isExpected(known, wanted)));
    }),
    { numRuns: 2000 },
  );
  expect(hits, "queries that find something").toBeGreaterThan(100);
});

test("accents, case and the order of words do not matter; a phrase is not a word", () => {
  const candidate = { text: foldText("Élan vital of Müller"), facets: readQuery("") };
  expect(compileQuery(readQuery("?q=muller+ELAN"))(candidate)).toBe(true);
  expect(compileQuery(readQuery("?q=muller+sparse"))(candidate)).toBe(false);
});

test.each([
  ["don't", "What We Don’t Know"],
  ["don’t", "What We Don't Know"],
  ["dont", "What We Don’t Know"],
  ["51x51", "Kernels beyond 51×51"],
  ["51×51", "Kernels beyond 51x51"],
  ["many task", "Many-Task Learning"],
  ["many-task", "Many Task Learning"],
  ["many‑task", "Many-Task Learning"],
  ["a–b", "A-B tests"],
  ["ángel", "Angel"],
  ["Angel", "Ángel"],
  ["angel", "A\u0301ngel"],
  ["efficient", "E\ufb03cient"],
  ["E\ufb03cient", "Efficient"],
  ["strasse", "Straße"],
  ["straße", "Strasse"],
  ["Lukasz", "Łukasz"],
  ["OEuvre", "Œuvre"],
  ["Encyclopædia", "Encyclopaedia"],
  ["Sørensen", "Sorensen"],
  ["coopera", "co\u00adoperation"],
  ["O'Brien", "O`Brien"],
  ["O´Brien", "O’Brien"],
  ["STRASSE", "STRAẞE"],
  ["gauss", "Gauß"],
  ["Gauß", "GAUSS"],
  ["fussball", "Fußball"],
  ["masse", "Maße"],
  ["Orsted", "Ørsted"],
  ["smorrebrod", "Smørrebrød"],
  ["ǿre", "Øre"],
  ["Søren", "SOREN"],
  ["Kobenhavn", "KØBENHAVN"],
  ["workflow", "Work\ufb02ow"],
  ["o\ufb00set", "offset"],
  ["staffing", "sta\ufb03ng"],
  ["best", "be\ufb06"],
  ["IJsberg", "Ĳsberg"],
  ["end—to―end", "End-to-End"],
  ["end to end", "End−to⁃end"],
  ["low‒rank", "low rank"],
  ["zero﹣shot", "Zero-Shot"],
  ["input／output", "Input/Output"],
  ["5''", "5″ displays"],
  ["5″", "5′′ displays"],
  ["f‴", "F′′′ of x"],
  ["Hawaii", "Hawaiʻi"],
  ["Quran", "Qurʾan"],
  ["rock 'n' roll", "Rock ’n’ Roll"],
  ["O'Brien", "O´Brien"],
  ["l'avenir", "L＇avenir"],
  ["it's", "It`s"],
  ["'tis", "’Tis"],
  ["ʼn", "ŉ"],
  ["51 x 51", "Kernels beyond 51×51"],
  ["51x51", "Kernels beyond 51 × 51"],
  ["51×51", "51✕51"],
  ["3x3x3", "3 × 3 × 3"],
  ["3 × 3 × 3", "3x3x3"],
  ['"deep"', "What “Deep” Means"],
  ["«deep»", "What „Deep“ Means"],
])("%s finds “%s”", (typed, title) => {
  const isMatch = compileQuery(readQuery(`?${new URLSearchParams({ q: typed }).toString()}`));
  expect(isMatch({ text: foldText(title), facets: readQuery("") })).toBe(true);
});

test("a number or a letter is not lost in what is left out", () => {
  const finds = (q: string, title: string) =>
    compileQuery(readQuery(`?${new URLSearchParams({ q }).toString()}`))({
      text: foldText(title),
      facets: readQuery(""),
    });
  expect(finds("51x52", "Kernels beyond 51×51")).toBe(false);
  expect(finds("manytask", "Many-Task Learning")).toBe(false);
});
