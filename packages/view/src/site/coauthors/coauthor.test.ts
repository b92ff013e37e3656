import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeCoauthors } from "./coauthor.ts";

const work = (id: string, authors: string[], date?: string) => ({
  id,
  title: id,
  authors,
  appearances: [{ kind: "preprint", ...(date === undefined ? {} : { date }) }],
});

test("co-authors come with their works, most works first, then by name", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    people: [{ id: "grace", name: "Grace Sample", aliases: ["G. Sample"] }],
    publications: [
      work("one", ["G. Sample", "Ada Example"], "2024"),
      work("two", ["Ada Example", "Bo Li", "Grace Sample"], "2021-05"),
      work("three", ["Ada Example", "Al Li"]),
    ],
  });
  expect(
    composeCoauthors(cv, en).map(({ id, name, countText, yearsText, publications }) => [
      id,
      name,
      countText,
      yearsText,
      publications.map((p) => p.id),
    ]),
  ).toEqual([
    ["grace", "Grace Sample", "2 papers", "2021–2024", ["one", "two"]],
    ["al-li", "Al Li", "1 paper", "", ["three"]],
    ["bo-li", "Bo Li", "1 paper", "2021", ["two"]],
  ]);
});

test("a record without works has none", () => {
  expect(composeCoauthors(Cv.parse({ profile: { name: "Ada Example" } }), en)).toEqual([]);
});
