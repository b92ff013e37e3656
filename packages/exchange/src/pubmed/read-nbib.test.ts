import { expect, test } from "vitest";
import { recogniseFormat } from "../import-format.ts";
import { readNbib } from "./read-nbib.ts";

const ARTICLE = `
PMID- 30000001
OWN - NLM
STAT- MEDLINE
IS  - 1234-5678 (Electronic)
VI  - 12
IP  - 3
DP  - 2021 Aug 15
TI  - Hats on heads of state: a randomised trial in a very long title that goes on on
      the next line.
PG  - 583-9
LID - 10.5555/hats.1 [doi]
AB  - BACKGROUND: Hats. RESULTS: More
      hats.
FAU - Testwell, Exemplia
AU  - Testwell E
FAU - van der Lee, Tim, Jr
AU  - van der Lee T Jr
CN  - Hat Trialists' Group
LA  - eng
PT  - Journal Article
PT  - Randomized Controlled Trial
PL  - England
TA  - J Hats
JT  - Journal of hats
MH  - Head
OT  - *hats
OT  - heads
SO  - J Hats. 2021 Aug 15;12(3):583-589. doi: 10.5555/hats.1.

PMID- 30000002
DP  - 1998 Dec-1999 Jan
TI  - [On caps].
TT  - Über Mützen.
AU  - Testwell E
PT  - Journal Article
JT  - Zeitschrift für Mützen
XYZ - something

PMID- 30000003
PT  - Book Chapter
DP  - 2019
TI  - Brims
BTI - Handbook of hats
FAU - Testwell, Exemplia
FED - Editor, Edna
PB  - Example Press
PL  - Exampleton
ISBN- 9780306406157
EN  - 2
`;

test("articles, translated titles and chapters are read; what has no place is told", () => {
  expect(recogniseFormat(ARTICLE)).toBe("nbib");
  const { read, found, remarks } = readNbib(ARTICLE);
  expect(read).toBe(3);
  expect(found).toMatchObject([
    {
      key: "30000001",
      line: 2,
      work: {
        title:
          "Hats on heads of state: a randomised trial in a very long title that goes on on the next line",
        authors: [
          { name: "Exemplia Testwell" },
          { name: "Tim van der Lee, Jr" },
          { name: "Hat Trialists' Group" },
        ],
        abstract: "BACKGROUND: Hats. RESULTS: More hats.",
        topics: ["hats", "heads"],
        forms: [
          {
            kind: "journal",
            venue: { name: "Journal of hats" },
            date: "2021-08-15",
            volume: "12",
            issue: "3",
            pages: "583-589",
            doi: "10.5555/hats.1",
          },
        ],
      },
    },
    {
      key: "30000002",
      line: 31,
      work: {
        title: "Über Mützen",
        authors: [{ name: "E. Testwell" }],
        forms: [{ kind: "journal", date: "1998" }],
      },
    },
    {
      key: "30000003",
      work: {
        title: "Brims",
        forms: [
          {
            kind: "chapter",
            book: "Handbook of hats",
            editors: [{ name: "Edna Editor" }],
            publisher: "Example Press",
            place: "Exampleton",
            isbn: "9780306406157",
            edition: 2,
          },
        ],
      },
    },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "30000001", "PMID"],
    ["dropped", "30000001", "LA"],
    ["dropped", "30000001", "MH"],
    ["dropped", "30000002", "PMID"],
    ["guessed", "30000002", "DP"],
    ["dropped", "30000002", "TI"],
    ["dropped", "30000002", "XYZ"],
    ["dropped", "30000003", "PMID"],
  ]);
});

test("ERIC's records begin with whose they are, and say of what kind they are", () => {
  const { found, remarks } = readNbib(`OWN - ERIC
TI  - On Invented Tests
AU  - Testwell, Exemplia
JT  - ProQuest LLC
OID - ED000001
DP  - 2021
PT  - Dissertations/Theses - Doctoral Dissertations

OWN - ERIC
TI  - Hats in Schools
AU  - Testwell, Exemplia
JT  - Journal of Invented Schools
OID - EJ000002
VI  - 9
DP  - Article 10 2019
PT  - Reports - Research
`);
  expect(found).toMatchObject([
    {
      key: "ED000001",
      work: { forms: [{ kind: "thesis", publisher: "ProQuest LLC", date: "2021" }] },
    },
    {
      key: "EJ000002",
      work: {
        forms: [{ kind: "journal", venue: { name: "Journal of Invented Schools" }, date: "2019" }],
      },
    },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "ED000001", "OID"],
    ["dropped", "EJ000002", "OID"],
    ["guessed", "EJ000002", "DP"],
    ["dropped", "EJ000002", "PT"],
  ]);
});
