import { Cv, type CvInput } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { reviewRecord } from "./review-record.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const work = (id: string, more: Partial<WorkInput> = {}): WorkInput => ({
  id,
  title: `Title of ${id}`,
  authors: ["Ada Example"],
  appearances: [{ kind: "preprint" }],
  ...more,
});

/** The remarks about a record, each with its path. */
function review(input: Partial<CvInput>): string[] {
  return reviewRecord(Cv.parse({ profile: { name: "Ada Example" }, ...input }), "2026-06-15").map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

/** Paths alone. */
const placesOf = (input: Partial<CvInput>) =>
  review(input).map((line) => line.slice(0, line.indexOf(":")));

test("a record with nothing odd in it is left in peace", () => {
  expect(
    review({
      publications: [
        work("one", { title: "L’été à 50 $ et 3 % {sic}" }),
        work("two", { title: "GPT-4 & NATO" }),
      ],
    }),
  ).toEqual([]);
});

describe("probable duplicates", () => {
  test("by title whatever its case, accents and signs", () => {
    const lines = review({
      publications: [
        work("one", { title: "Café: A Study" }),
        work("two", { title: "CAFE — a study!" }),
      ],
    });
    expect(lines).toEqual([
      "publications.1: has the same title as one; if it is the same work, make it one entry with two appearances",
    ]);
  });

  test("by DOI whatever its case, and by arXiv number whatever its version", () => {
    const of = (appearance: WorkInput["appearances"][number]) => [appearance];
    expect(
      placesOf({
        publications: [
          work("a", { appearances: of({ kind: "preprint", doi: "10.1000/ABC" }) }),
          work("b", { appearances: of({ kind: "preprint", doi: "10.1000/abc" }) }),
          work("c", { appearances: of({ kind: "preprint", arxiv: "2201.00001v1" }) }),
          work("d", { appearances: of({ kind: "preprint", arxiv: "2201.00001v2" }) }),
        ],
      }),
    ).toEqual(["publications.1", "publications.3"]);
  });
});

describe("one person under two names", () => {
  const withAuthors = (...authors: string[]) =>
    authors.map((author, index) => work(`work-${index}`, { authors: ["Ada Example", author] }));

  test.each([
    ["Grace Hopper", "G. Hopper"],
    ["Grace Hopper", "Grace B. Hopper"],
    ["José Núñez", "Jose Nunez"],
    ["Fang Meng", "Meng Fang"],
    ["Tim van der Lee", "T. van der Lee"],
  ])("%s and %s", (a, b) =>
    expect(placesOf({ publications: withAuthors(a, b) })).toEqual(["publications.1.authors.1"]),
  );

  test.each([
    ["Tianjin Huang", "Tiansheng Huang"],
    ["Grace Hopper", "Greta Hopper"],
    ["Plato", "Platon"],
    ["Grace Hopper", "Grace Hooper"],
  ])("but not %s and %s", (a, b) =>
    expect(review({ publications: withAuthors(a, b) })).toEqual([]),
  );

  test("nor two whom the record lists, nor aliases of one", () => {
    const publications = withAuthors("Grace Hopper", "G. Hopper");
    const two = [
      { id: "grace", name: "Grace Hopper" },
      { id: "greta", name: "G. Hopper" },
    ];
    expect(review({ publications, people: two })).toEqual([]);
    expect(
      review({
        publications,
        people: [{ id: "grace", name: "Grace Hopper", aliases: ["G. Hopper"] }],
      }),
    ).toEqual([]);
  });

  test("the owner is found under another form as well", () => {
    const cv = {
      publications: [
        work("one"),
        work("two", { authors: ["A. Example", { name: "Ada Example" }] }),
      ],
    };
    expect(review(cv)).toEqual([
      expect.stringContaining(`list "Ada Example" in people with "A. Example" among its aliases`),
    ]);
  });
});

test("venues, people and chosen works that lead nowhere", () => {
  expect(
    placesOf({
      venues: [{ id: "icex", name: "Conference", kind: "conference" }],
      people: [{ id: "grace", name: "Grace Hopper" }],
      publications: [work("one")],
      variants: [{ id: "short", title: "Short", works: { ids: ["one"], kinds: ["journal"] } }],
    }),
  ).toEqual(["venues.0", "people.0", "variants.0.works.ids.0"]);
});

test("titles in capitals, but no acronyms and no scripts without capitals", () => {
  const titles = [
    "A STUDY OF EVERYTHING",
    "BERT",
    "日本語の研究について の本",
    "ИЗУЧЕНИЕ ВСЕГО НА СВЕТЕ",
  ];
  expect(
    placesOf({ publications: titles.map((title, index) => work(`w-${index}`, { title })) }),
  ).toEqual(["publications.0.title", "publications.3.title"]);
});

test("dates that can hardly be true", () => {
  const publications = [
    work("ahead", { appearances: [{ kind: "preprint", date: "2027" }] }),
    work("soon", { appearances: [{ kind: "preprint", date: "2026-06" }] }),
    work("accepted", { appearances: [{ kind: "preprint", date: "2027", status: "accepted" }] }),
  ];
  const talks = [
    { host: "H", date: "0203" },
    { host: "H", date: "2033" },
    { host: "H", date: "2031" },
  ];
  expect(placesOf({ publications, talks })).toEqual([
    "talks.0.date",
    "talks.1.date",
    "publications.0.appearances.0.date",
  ]);
});

test.each([
  ["CafÃ© culture", "Ã©"],
  ["Donâ€™t", "â€"],
  ["A \ufffd sign", "\ufffd"],
  [String.raw`Schr\"odinger`, String.raw`\"`],
  [String.raw`The \emph{best}`, String.raw`\emph`],
  ["On $k$-means", "$k$"],
  ["Training {BERT} well", "{BERT}"],
  ["Salt &amp; Pepper", "&amp;"],
  ["H<sub>2</sub>O", "<sub>"],
])("leftovers of encodings and markup: %s", (title, shown) => {
  expect(review({ publications: [work("one", { title })] })).toEqual([
    expect.stringContaining(`publications.0.title: "${shown}" looks like`),
  ]);
});

test("characters that no font of the PDF has, and none that a font has", () => {
  const titles = ["क्षेत्रीय 😀 น้ำ Ọ̀ṣọ́ ∑ ﬁ", "On ᚠ, ᚠ and 𓀀"];
  expect(
    review({ publications: titles.map((title, index) => work(`w-${index}`, { title })) }),
  ).toEqual([
    "publications.1.title: no font of the PDF has “ᚠ” (U+16A0), “𓀀” (U+13000); " +
      "a box with its number will stand for each, unless you write it otherwise",
  ]);
});
