import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { describe, expect, test } from "vitest";
import { equalContributionLegend } from "./author-list.ts";
import { filePublications, newestPublications } from "./publication-order.ts";
import { composePublications } from "./publication.ts";
import { plainText } from "../text/span.ts";

const work = (id: string, rest: Partial<NonNullable<CvInput["publications"]>[number]> = {}) => ({
  id,
  title: `Title of ${id}`,
  authors: ["Ada Example", "Grace Sample"],
  appearances: [{ kind: "conference" as const, venue: "icml", date: "2024" }],
  ...rest,
});

const record = (publications: CvInput["publications"]): Cv =>
  Cv.parse({
    profile: { id: "ada", name: "Ada Example", aliases: ["A. Example"] },
    people: [{ id: "grace", name: "Grace Sample", aliases: ["G. Sample"] }],
    venues: [
      {
        id: "icml",
        name: "International Conference on Machine Learning",
        acronym: "ICML",
        kind: "conference",
      },
      {
        id: "ijcv",
        name: "International Journal of Computer Vision",
        acronym: "IJCV",
        kind: "journal",
      },
      { id: "uni", name: "University of Example", kind: "institution" },
    ],
    publications,
  });

/** The composed view of one work. */
function compose(rest: Parameters<typeof work>[1]) {
  const [publication] = composePublications(record([work("one", rest)]), en);
  if (publication === undefined) throw new Error("the record lost its work");
  return publication;
}

test("a list offers the PDF first and each kind of link once, under one word", () => {
  const publication = compose({
    appearances: [
      {
        kind: "conference",
        venue: "icml",
        date: "2024",
        doi: "10.1000/182",
        links: [
          { type: "code", url: "https://example.org/code" },
          { type: "slides", url: "https://example.org/talk.pdf" },
          { type: "paper", url: "https://example.org/paper.PDF?download=1" },
        ],
      },
      {
        kind: "preprint",
        arxiv: "2201.11380",
        links: [
          { type: "code", url: "https://example.org/older-code" },
          { type: "preprint", url: "https://example.org/preprint" },
        ],
      },
    ],
  });
  expect(publication.listedLinks).toEqual([
    { text: "PDF", href: "https://example.org/paper.PDF?download=1" },
    { text: "Code", href: "https://example.org/code" },
    { text: "Slides", href: "https://example.org/talk.pdf" },
    { text: "DOI", href: "https://doi.org/10.1000/182" },
    { text: "Preprint", href: "https://example.org/preprint" },
  ]);
  const preprint = { kind: "preprint" as const, arxiv: "math.GT/0309136" };
  expect(compose({ appearances: [preprint] }).listedLinks).toEqual([
    { text: "PDF", href: "https://arxiv.org/pdf/math.GT/0309136" },
  ]);
  expect(compose({}).listedLinks).toEqual([]);
});

describe("authors", () => {
  test("the owner is marked under every alias, co-authors are targets, strangers are text", () => {
    const { authors } = compose({ authors: ["G. Sample", "A. Example", "Nobody Known"] });
    expect(authors).toEqual([
      { text: "G. Sample", target: { kind: "person", id: "grace" } },
      { text: ", " },
      { text: "A. Example", role: "owner" },
      { text: ", " },
      { text: "Nobody Known", target: { kind: "person", id: "nobody-known" } },
    ]);
  });

  test("each group of equal contributors has its own mark, and the legend names the marks in use", () => {
    const authors = ["Ada Example", "B", "C", "D", "E"];
    const publication = compose({
      authors,
      equalContribution: [
        ["Ada Example", "B"],
        ["C", "D"],
      ],
    });
    expect(plainText(publication.authors)).toBe("Ada Example*, B*, C†, D†, E");
    const { publications } = record([
      work("one", { authors, equalContribution: [["Ada Example", "B"]] }),
    ]);
    expect(plainText(equalContributionLegend(publications, en))).toBe("* equal contribution");
    expect(equalContributionLegend([], en)).toEqual([]);
  });

  test("the owner's place decides between first, last, middle and only", () => {
    const place = (authors: string[]) => compose({ authors }).position;
    expect([
      place(["Ada Example"]),
      place(["Ada Example", "B"]),
      place(["B", "A. Example"]),
      place(["B", "Ada Example", "C"]),
    ]).toEqual(["only", "first", "last", "middle"]);
  });
});

describe("venue", () => {
  test("the full line holds every fact of the appearance", () => {
    const { appearances } = compose({
      appearances: [
        {
          kind: "workshop",
          venue: "icml",
          workshop: "Sparse Workshop",
          track: "Demos",
          edition: 41,
          date: "2024-07",
          honours: ["oral", "best-paper"],
          publisher: "PMLR",
          place: "Vienna, Austria",
          volume: "3",
          issue: "2",
          pages: "1-16",
          doi: "10.1000/x",
          arxiv: "2201.11380",
          links: [{ type: "code", url: "https://example.org/code" }],
        },
      ],
    });
    expect(plainText(appearances[0]?.full ?? []).replaceAll("\u00a0", " ")).toBe(
      "Sparse Workshop at the 41st International Conference on Machine Learning (ICML), Demos, vol. 3(2), pp. 1–16, PMLR, Vienna, Austria, Jul 2024. Oral, Best paper award. doi:10.1000/x, arXiv:2201.11380, Code",
    );
  });

  test("short and full forms for each kind of appearance", () => {
    const forms = (
      appearance: NonNullable<CvInput["publications"]>[number]["appearances"][number],
    ) => {
      const { venue, appearances } = compose({ appearances: [appearance] });
      return [plainText(venue), plainText(appearances[0]?.full ?? [])];
    };
    expect(
      forms({ kind: "conference", venue: "icml", date: "2024", honours: ["spotlight"] }),
    ).toEqual([
      "ICML 2024 · Spotlight",
      "International Conference on Machine Learning (ICML), 2024. Spotlight",
    ]);
    expect(forms({ kind: "journal", venue: "ijcv" })).toEqual([
      "IJCV",
      "International Journal of Computer Vision (IJCV)",
    ]);
    expect(forms({ kind: "journal", venue: "ijcv", status: "accepted" })).toEqual([
      "IJCV · Accepted",
      "International Journal of Computer Vision (IJCV). Accepted",
    ]);
    expect(forms({ kind: "preprint", status: "under-review" })).toEqual([
      "Under review",
      "Under review",
    ]);
    expect(forms({ kind: "preprint", date: "2022", arxiv: "2201.11380" })).toEqual([
      "Preprint 2022",
      "Preprint, 2022. arXiv:2201.11380",
    ]);
    expect(forms({ kind: "thesis", venue: "uni", date: "2022" })).toEqual([
      "PhD thesis, University of Example 2022",
      "PhD thesis, University of Example, 2022",
    ]);
  });
});

describe("order", () => {
  const publications = composePublications(
    record([
      work("thesis", { appearances: [{ kind: "thesis", venue: "uni", date: "2022" }] }),
      work("old", { appearances: [{ kind: "conference", venue: "icml", date: "2019" }] }),
      work("pending", { appearances: [{ kind: "preprint", status: "under-review" }] }),
      work("undated", { appearances: [{ kind: "journal", venue: "ijcv" }] }),
      work("new", { appearances: [{ kind: "conference", venue: "icml", date: "2024-07" }] }),
    ]),
    en,
  );

  test("numbers run through the groups, inside a group in the order of the record", () => {
    expect(publications.map(({ id, number }) => `${number} ${id}`)).toEqual([
      "1 old",
      "2 new",
      "3 undated",
      "4 pending",
      "5 thesis",
    ]);
  });

  test("works are filed under their year, then what is under review, and what is undated last", () => {
    expect(
      filePublications(publications).map(
        ({ label, publications: filed }) => `${label}: ${filed.map(({ id }) => id).join(" ")}`,
      ),
    ).toEqual([
      "2024: new",
      "2022: thesis",
      "2019: old",
      "Under review: pending",
      "Undated: undated",
    ]);
  });

  test("the newest works are dated ones", () => {
    expect(newestPublications(publications, 2).map(({ id }) => id)).toEqual(["new", "thesis"]);
  });
});
