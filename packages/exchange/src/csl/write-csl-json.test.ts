import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { toCslJson } from "./write-csl-json.ts";

const cv = Cv.parse({
  profile: { name: "Exemplia Testwell" },
  venues: [
    { id: "excon", name: "Conference on Examples", acronym: "EXCON", kind: "conference" },
    { id: "jit", name: "Journal of Textiles", kind: "journal" },
    { id: "arxiv", name: "Example Archive", kind: "repository" },
    { id: "uoe", name: "University of Example", kind: "institution" },
  ],
  publications: [
    {
      id: "hats",
      title: "Hats",
      authors: ["Tim van der Lee", "Exemplia Testwell", "Martin King, Jr.", "Plato"],
      topics: ["hats", "proofs"],
      abstract: "One.\n\nTwo.",
      appearances: [
        {
          kind: "conference",
          venue: "excon",
          edition: 3,
          date: "2024-07-15",
          place: "Exampleton",
          pages: "1-16",
          doi: "10.5555/hats",
          links: [{ type: "code", url: "https://example.org" }],
        },
      ],
    },
    {
      id: "caps",
      title: "Caps",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "journal", venue: "jit", date: "2023-05", volume: "1", issue: "2" }],
    },
    {
      id: "gloves",
      title: "Gloves",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "preprint", venue: "arxiv", arxiv: "2201.11380", date: "2022" }],
    },
    {
      id: "socks",
      title: "Socks",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "preprint", status: "under-review" }],
    },
    {
      id: "shoes",
      title: "Shoes",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "thesis", venue: "uoe", date: "2021-06" }],
    },
  ],
});
const me = [{ family: "Testwell", given: "Exemplia" }];

test("describes each kind of work with the precision its date has", () => {
  expect(JSON.parse(toCslJson(cv).text)).toEqual([
    {
      id: "lee2024hats",
      type: "paper-conference",
      title: "Hats",
      author: [
        { family: "Lee", given: "Tim", "non-dropping-particle": "van der" },
        ...me,
        { family: "King", given: "Martin", suffix: "Jr." },
        { literal: "Plato" },
      ],
      issued: { "date-parts": [[2024, 7, 15]] },
      "container-title": "3rd Conference on Examples (EXCON)",
      event: "3rd Conference on Examples (EXCON)",
      "event-place": "Exampleton",
      page: "1-16",
      DOI: "10.5555/hats",
      keyword: "hats, proofs",
      abstract: "One.\n\nTwo.",
    },
    {
      id: "testwell2023caps",
      type: "article-journal",
      title: "Caps",
      author: me,
      issued: { "date-parts": [[2023, 5]] },
      "container-title": "Journal of Textiles",
      volume: "1",
      issue: "2",
    },
    {
      id: "testwell2022gloves",
      type: "article",
      title: "Gloves",
      author: me,
      issued: { "date-parts": [[2022]] },
      publisher: "Example Archive",
      number: "arXiv:2201.11380",
      URL: "https://arxiv.org/abs/2201.11380",
    },
    { id: "testwellsocks", type: "manuscript", title: "Socks", author: me, note: "Under review" },
    {
      id: "testwell2021shoes",
      type: "thesis",
      title: "Shoes",
      author: me,
      issued: { "date-parts": [[2021, 6]] },
      genre: "PhD thesis",
      publisher: "University of Example",
    },
  ]);
  expect(toCslJson(cv).losses).toEqual([
    { workId: "hats", field: "links", reason: "one address only; left out: code" },
  ]);
});

test("a citation processor formats every item", () => {
  const list = String(new Cite(toCslJson(cv).text).format("bibliography", { format: "text" }));
  expect(list).toContain("van der Lee, T., Testwell, E., King, M., Jr., & Plato. (2024). Hats.");
  for (const title of ["Caps", "Gloves", "Socks", "Shoes"]) expect(list).toContain(title);
});

test("an empty record is an empty list", () =>
  expect(toCslJson(Cv.parse({ profile: { name: "Nobody" } })).text).toBe("[]\n"));
