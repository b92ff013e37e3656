import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { toRis } from "./write-ris.ts";

const cv = Cv.parse({
  profile: { name: "Exemplia Testwell" },
  venues: [
    { id: "excon", name: "Conference on Examples", acronym: "EXCON", kind: "conference" },
    { id: "uoe", name: "University of Example", kind: "institution" },
  ],
  publications: [
    {
      id: "hats",
      title: "Hats & 51×51",
      authors: ["Tim van der Lee", "Exemplia Testwell", "Martin King, Jr.", "Plato"],
      appearances: [
        {
          kind: "conference",
          venue: "excon",
          edition: 2,
          date: "2024-07",
          pages: "1-16",
          doi: "10.5555/hats",
          status: "accepted",
        },
      ],
      abstract: "One.\n\nTwo.",
      topics: ["hats", "proofs"],
    },
    {
      id: "caps",
      title: "Caps",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "thesis", venue: "uoe", date: "2021", publisher: "Example Press" }],
    },
    {
      id: "gloves",
      title: "Gloves",
      authors: ["Exemplia Testwell"],
      appearances: [{ kind: "preprint", status: "under-review" }],
    },
  ],
});

test("writes one tag a line, with CR and LF", () => {
  expect(toRis(cv, ["hats"]).text.split("\r\n")).toEqual([
    "TY  - CONF",
    "ID  - lee2024hats",
    "AU  - van der Lee, Tim",
    "AU  - Testwell, Exemplia",
    "AU  - King, Martin, Jr.",
    "AU  - Plato",
    "TI  - Hats & 51×51",
    "T2  - 2nd Conference on Examples (EXCON)",
    "PY  - 2024",
    "DA  - 2024/07//",
    "SP  - 1",
    "EP  - 16",
    "DO  - 10.5555/hats",
    "N1  - Accepted",
    "KW  - hats",
    "KW  - proofs",
    "AB  - One. Two.",
    "ER  - ",
    "",
  ]);
  expect(toRis(cv).text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("tells what it leaves out", () => {
  expect(toRis(cv).losses.map(({ workId, field }) => `${workId} ${field}`)).toEqual([
    "hats abstract",
    "caps publisher",
  ]);
});

test("a book stands in a series, and a venue of it is told as lost", () => {
  const book = {
    id: "book",
    title: "Hats",
    authors: ["Exemplia Testwell"],
    appearances: [{ kind: "book", venue: "uoe", series: "Hat Series" }],
  };
  const { text, losses } = toRis(
    Cv.parse({ profile: cv.profile, venues: cv.venues, publications: [book] }),
  );
  expect(text).toContain("T3  - Hat Series");
  expect(text).not.toContain("T2");
  expect(losses.map(({ field }) => field)).toEqual(["venue"]);
});

test("a thesis names its school, a work under review says so; citation-js reads both", () => {
  const items = new Cite(toRis(cv, ["caps", "gloves"]).text).data;
  expect(items).toMatchObject([
    { title: "Gloves", note: "Under review" },
    {
      title: "Caps",
      type: "thesis",
      publisher: "University of Example",
      issued: { "date-parts": [[2021]] },
    },
  ]);
});
