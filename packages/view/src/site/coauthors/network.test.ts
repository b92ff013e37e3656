import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { expect, test } from "vitest";
import { composePublications } from "../../works/publication.ts";
import { composeYearTable } from "../year-table.ts";
import { composeCoauthors, groupCoauthors } from "./coauthor.ts";
import { companyComposer } from "./companion.ts";
import { MOST_DRAWN } from "./drawn.ts";
import { composeCoauthorGraph } from "./network.ts";

const work = (authors: string[], index: number, date?: string) => ({
  id: `w${index}`,
  title: `Work ${index}`,
  authors,
  appearances: [{ kind: "preprint", ...(date === undefined ? {} : { date }) }],
});

const record = (teams: { authors: string[]; year?: number | undefined }[]) =>
  Cv.parse({
    profile: { name: "Ada Example" },
    publications: teams.map(({ authors, year }, index) =>
      work(["Ada Example", ...authors], index, year === undefined ? undefined : String(year)),
    ),
  });

const anyTeams = fc.array(
  fc.record({
    authors: fc.uniqueArray(
      fc
        .integer({ min: 0, max: 120 })
        .map((number) => `Person ${String.fromCodePoint(97 + (number % 26))}${number}`),
      { maxLength: 60 },
    ),
    year: fc.option(fc.integer({ min: 1950, max: 2030 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);

test("people in the order of the first work, pairs with the number of joint works", () => {
  const cv = record([
    { authors: ["Bo Li", "Al Li"], year: 2019 },
    { authors: ["Al Li", "Cy Li"], year: 2024 },
    { authors: ["Al Li", "Bo Li"], year: 2020 },
  ]);
  const graph = composeCoauthorGraph(composeCoauthors(cv, en), en);
  expect(
    graph.nodes.map(({ name, sinceText, papers, recent }) => [name, sinceText, papers, recent]),
  ).toEqual([
    ["Al Li", "2019", 3, true],
    ["Bo Li", "", 2, false],
    ["Cy Li", "2024", 1, true],
  ]);
  expect(graph.edges).toEqual([
    { from: 0, to: 2, papers: 1 },
    { from: 0, to: 1, papers: 2 },
  ]);
  expect(graph.summary).toBe(
    "All 3 co-authors. 2 pairs of them share papers; Al Li and Bo Li share 2 papers, no pair more.",
  );
});

test("no co-authors, an empty graph", () => {
  const graph = composeCoauthorGraph([], en);
  expect([graph.nodes, graph.edges, graph.legend]).toEqual([[], [], []]);
});

test("many co-authors: the rule is said, and holds", () => {
  const many = Array.from({ length: 3000 }, (_, index) => `P ${index}`);
  const alike = composeCoauthorGraph(
    composeCoauthors(record([{ authors: many, year: 2020 }]), en),
    en,
  );
  expect(alike.nodes).toHaveLength(MOST_DRAWN);
  expect(alike.edges).toHaveLength((MOST_DRAWN * (MOST_DRAWN - 1)) / 2);
  expect(alike.caption).toBe("40 of the 3000 co-authors, the first of the list");
  const some = composeCoauthorGraph(
    composeCoauthors(record([{ authors: many }, { authors: many.slice(0, 7) }]), en),
    en,
  );
  expect(some.caption).toBe("The 7 people with 2 papers or more");
});

test("edges are counted as an independent count has it, once, and the same every time", () => {
  fc.assert(
    fc.property(anyTeams, (teams) => {
      const coauthors = composeCoauthors(record(teams), en);
      const graph = composeCoauthorGraph(coauthors, en);
      expect(graph).toEqual(composeCoauthorGraph(coauthors, en));
      expect(graph.nodes.length).toBeLessThanOrEqual(MOST_DRAWN);
      for (const [from, a] of graph.nodes.entries())
        for (const [to, b] of graph.nodes.entries()) {
          const joint = teams.filter(
            ({ authors }) => authors.includes(a.name) && authors.includes(b.name),
          ).length;
          const found = graph.edges.filter((edge) => edge.from === from && edge.to === to);
          expect(found.map(({ papers }) => papers)).toEqual(from < to && joint > 0 ? [joint] : []);
        }
    }),
    { numRuns: 40 },
  );
});

test("everyone is in exactly one group; company is mutual; years add up", () => {
  fc.assert(
    fc.property(anyTeams, (teams) => {
      const cv = record(teams);
      const coauthors = composeCoauthors(cv, en);
      expect(groupCoauthors(coauthors).flatMap((group) => group.coauthors)).toEqual(coauthors);
      expect(new Set(coauthors.map(({ name }) => name))).toEqual(
        new Set(teams.flatMap(({ authors }) => authors)),
      );
      const [first] = coauthors;
      const companyOf = companyComposer(coauthors, en);
      for (const companion of first === undefined ? [] : companyOf(first)) {
        const other = coauthors.find(({ id }) => id === companion.id);
        expect(other === undefined ? [] : companyOf(other)).toContainEqual({
          id: first?.id,
          name: first?.name,
          countText: companion.countText,
        });
      }
      const { rows } = composeYearTable(composePublications(cv, en), en);
      expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(teams.length);
      for (const { countsText, total } of rows)
        expect(
          (countsText.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0),
        ).toBe(total);
    }),
    { numRuns: 40 },
  );
});
