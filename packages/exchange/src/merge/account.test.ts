import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { readBibtex } from "../bibtex/read-bibtex.ts";
import { planMerge } from "./plan-merge.ts";

const RECORD = Cv.parse({ profile: { name: "Zed Nobody" } });

const FIELDS = "author={Zed Nobody}, year={2018}, journal={J}, booktitle={B}, school={S}";

/** Types of the manual, of BibLaTeX, of programs, and of nobody. */
const TYPES = [
  ..."article book booklet conference inbook incollection inproceedings manual".split(" "),
  ..."mastersthesis misc phdthesis proceedings techreport unpublished online".split(" "),
  ..."web_page Web-Page www:site film.clip x+y bachelorsthesis".split(" "),
];

const BROKEN = [
  "@article{broken, title={Open, author={Zed Nobody}\n",
  "@article{untitled, author={Zed Nobody}, journal={J}}\n",
  "@article{anonymous, title={No Names}, journal={J}}\n",
  "@article{homeless, author={Zed Nobody}, title={No Venue}}\n",
  "@article{foreign, author={Ann Other}, title={Of Another}, journal={J}}\n",
];

test("every entry of a file is accounted for by its key: taken, or left out with a reason", () => {
  const entries = TYPES.map(
    (type, index) => `@${type}{k${index}, title={Kettle ${type} ${index}}, ${FIELDS}}\n`,
  );
  const text = [...entries, ...BROKEN].join("");
  const { read, outcomes, pointers, remarks } = planMerge(
    RECORD,
    [{ file: "all.bib", reading: readBibtex(text) }],
    { marks: new Map(), aliases: [] },
  );
  const left = remarks.filter(({ kind }) => kind === "left-out");
  const accounted = [...outcomes, ...pointers, ...left].map(({ key }) => key);
  expect(accounted.toSorted((a, b) => a.localeCompare(b))).toEqual(
    [
      ...TYPES.map((_, index) => `k${index}`),
      "broken",
      "untitled",
      "anonymous",
      "homeless",
      "foreign",
    ].toSorted((a, b) => a.localeCompare(b)),
  );
  expect(read).toBe(accounted.length);
});
