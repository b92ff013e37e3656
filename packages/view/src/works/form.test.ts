import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { describe, expect, test } from "vitest";
import { composePublications } from "./publication.ts";
import { plainText } from "../text/span.ts";

type AppearanceInput = NonNullable<CvInput["publications"]>[number]["appearances"][number];

const compose = (appearance: AppearanceInput, authors = ["Ada Example"]) => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    venues: [{ id: "jit", name: "Journal of Tests", acronym: "JIT", kind: "journal" }],
    publications: [{ id: "hats", title: "Hats", authors, appearances: [appearance] }],
  });
  const [work] = composePublications(cv, en);
  if (work === undefined) throw new Error("the work is missing");
  return {
    authors: plainText(work.authors),
    short: plainText(work.venue),
    full: plainText(work.appearances[0]?.full ?? []).replaceAll("\u00a0", " "),
  };
};

describe("what a work that is no paper says of its form", () => {
  test.each<[AppearanceInput, string, string]>([
    [
      {
        kind: "book",
        publisher: "Press",
        place: "Nowhere",
        series: "Hats",
        volume: "3",
        edition: 2,
        isbn: "978-0-306-40615-7",
        date: "2021",
      },
      "Book, Press, 2021",
      "Book, Hats, 2nd edition, vol. 3, Press, Nowhere, ISBN 978-0-306-40615-7, 2021",
    ],
    [
      {
        kind: "chapter",
        book: "The Book of Hats",
        editors: ["B", "C"],
        publisher: "Press",
        pages: "1-9",
        date: "2020-05",
      },
      "In The Book of Hats, 2020",
      "In The Book of Hats, edited by B, C, pp. 1–9, Press, May 2020",
    ],
    [
      { kind: "translation", translationOf: { title: "Hüte", authors: ["D"] }, publisher: "Press" },
      "Translation of “Hüte” by D, Press",
      "Translation of “Hüte” by D, Press",
    ],
    [
      { kind: "review", venue: "jit", date: "2019" },
      "Review, JIT 2019",
      "Review, Journal of Tests (JIT), 2019",
    ],
    [
      { kind: "report", number: "TR-7", publisher: "Institute", date: "2018" },
      "Report TR-7, 2018",
      "Report TR-7, Institute, 2018",
    ],
    [
      { kind: "patent", number: "EP 1", status: "under-review" },
      "Patent EP 1 · Pending",
      "Patent EP 1. Pending",
    ],
    [{ kind: "software", number: "2.1" }, "Software, version 2.1", "Software, version 2.1"],
    [{ kind: "dataset" }, "Dataset", "Dataset"],
    [{ kind: "poster", date: "2018" }, "Poster, 2018", "Poster, 2018"],
    [{ kind: "other", publisher: "Games" }, "Other work", "Other work, Games"],
  ])("%j", (appearance, short, full) =>
    expect(compose(appearance)).toEqual({
      authors: expect.stringMatching(/^Ada Example/),
      short,
      full,
    }),
  );

  test("editors and translators are called so, and nobody else is", () => {
    expect(compose({ kind: "edited-book" }).authors).toBe("Ada Example (ed.)");
    expect(compose({ kind: "edited-book" }, ["Ada Example", "Bob"]).authors).toBe(
      "Ada Example, Bob (eds)",
    );
    expect(compose({ kind: "translation" }).authors).toBe("Ada Example (translator)");
    expect(compose({ kind: "book" }).authors).toBe("Ada Example");
  });
});
