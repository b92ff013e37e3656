import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { listMarks, planMerge } from "../merge/plan-merge.ts";
import { readBibtex } from "./read-bibtex.ts";

function plan(annotation: string) {
  const reading = readBibtex(
    `@article{k, title={T}, journaltitle={J}, author={Nobody, Zed and Doe, Ann and Roe, Bea}, ${annotation}}`,
  );
  const { cv, remarks } = planMerge(
    Cv.parse({ profile: { name: "Zed Nobody" } }),
    [{ file: "all.bib", reading }],
    { marks: new Map(), aliases: [] },
  );
  return {
    asked: [...listMarks([{ file: "all.bib", reading }])],
    equal: cv.publications[0]?.equalContribution,
    told: remarks.map(({ field, reason }) => `${field}: ${reason}`),
  };
}

test.each([
  ["author+an = {1=equal; 2=equal}", [["Zed Nobody", "Ann Doe"]]],
  ['author+an = {1="Equal contribution";3="Equal contribution"}', [["Zed Nobody", "Bea Roe"]]],
  ["author+an:default = {2=co-first;3=co-first}", [["Ann Doe", "Bea Roe"]]],
])("%s says who contributed equally, and nobody is asked", (annotation, groups) => {
  expect(plan(annotation)).toEqual({ asked: [], equal: groups, told: [] });
});

test("a sign and an annotation of the same people make one group", () => {
  const text =
    "@article{k, title={T}, journal={J}, author={Zed Nobody* and Ann Doe*}, author+an={1=equal;2=equal}, note={* Equal contribution}}";
  const { cv } = planMerge(
    Cv.parse({ profile: { name: "Zed Nobody" } }),
    [{ file: "all.bib", reading: readBibtex(text) }],
    { marks: new Map(), aliases: [] },
  );
  expect(cv.publications[0]?.equalContribution).toEqual([["Zed Nobody", "Ann Doe"]]);
});

test("other annotations, other groups and names that are not there are reported", () => {
  const { equal, told } = plan(
    "author+an = {1=equal; 2=equal; 2=corresponding; 3=equally; 9=equal; x}",
  );
  expect(equal).toEqual([["Zed Nobody", "Ann Doe"]]);
  expect(told).toEqual(
    ["2=corresponding", "3=equally", "9=equal", "x"].map(
      (note) => `author+an: “${note}” at a name has no place in the record`,
    ),
  );
});
