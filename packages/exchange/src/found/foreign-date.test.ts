import fc from "fast-check";
import { expect, test } from "vitest";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { readCslJson } from "../csl/read-csl-json.ts";
import { readEndNote } from "../endnote/read-endnote.ts";
import { readRis } from "../ris/read-ris.ts";
import type { Reading } from "./finding.ts";
import { readDate } from "./foreign-date.ts";

const said = ({ found, remarks }: Reading) => ({
  dates: found.flatMap((one) =>
    one.kind === "work" ? one.work.forms.map(({ date }) => date) : [],
  ),
  reported: remarks.filter(({ kind }) => kind === "dropped").map(({ field }) => field),
});

test.each([
  [
    "BibTeX",
    readBibtex("@article{k, title={T}, author={A B}, journal={J}, date={2019-13-01}}"),
    "date",
  ],
  [
    "CSL-JSON",
    readCslJson(
      '{"id":"k","title":"T","author":[{"literal":"A B"}],"issued":{"date-parts":[[2019,13,1]]}}',
    ),
    "issued",
  ],
  ["RIS, a month", readRis("TY  - JOUR\nTI  - T\nAU  - B, A\nPY  - 2019/13//\nER  - \n"), "PY"],
  ["RIS, a word", readRis("TY  - JOUR\nTI  - T\nAU  - B, A\nY1  - 2019///Spring\nER  - \n"), "Y1"],
  [
    "EndNote",
    readEndNote(
      "<xml><records><record><titles><title>T</title></titles><contributors><authors>" +
        "<author>B, A</author></authors></contributors><dates><year>2019</year><pub-dates>" +
        "<date>Spring</date></pub-dates></dates></record></records></xml>",
    ),
    "dates",
  ],
])("%s: what a date says beyond the calendar is reported, and its year kept", (_, reading, field) =>
  expect(said(reading)).toEqual({ dates: ["2019"], reported: [field] }),
);

test("of three numbers all are in the date, or the text is reported as lost", () => {
  const number = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2100 }), number, number, (year, month, day) => {
      const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      const read = readDate(text);
      expect(read?.date === text || read?.lost === text).toBe(true);
    }),
  );
});
