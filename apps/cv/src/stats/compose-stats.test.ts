import { deriveMeasure, loadCv } from "@triptych/data";
import { Cv, type CvInput } from "@triptych/schema";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { composeStats } from "./compose-stats.ts";
import { formatStats } from "./format-stats.ts";

const find = (cv: Cv, title: string) =>
  Object.fromEntries(
    (composeStats(cv).find((group) => group.title === title)?.statistics ?? []).map(
      ({ name, value, entries }) => [name, [value, entries.map(({ id }) => id)]],
    ),
  );

const record = (input: Partial<CvInput>) =>
  Cv.parse({ profile: { name: "Ada Example" }, ...input });

test("an empty record has nothing to count", () => expect(composeStats(record({}))).toEqual([]));

describe("what is counted", () => {
  const cv = record({
    venues: [
      { id: "icex", name: "Conference", kind: "conference", core: { rank: "A*", edition: "E1" } },
    ],
    publications: [
      {
        id: "a",
        title: "A",
        authors: ["Ada Example", "Bob"],
        appearances: [{ kind: "conference", venue: "icex", date: "2024-05", honours: ["oral"] }],
      },
      {
        id: "b",
        title: "B",
        authors: ["Bob", "Ada Example"],
        appearances: [{ kind: "workshop", venue: "icex", workshop: "W", date: "2023" }],
      },
      { id: "c", title: "C", authors: ["Ada Example"], appearances: [{ kind: "book" }] },
      {
        id: "d",
        title: "D",
        authors: ["Bob", "Ada Example", "Eve"],
        appearances: [{ kind: "preprint", status: "under-review" }],
      },
    ],
    grants: [
      {
        title: "G",
        funders: ["F"],
        amount: { value: 10.5, currency: "EUR" },
        period: { start: "2024" },
      },
      {
        title: "H",
        funders: ["F"],
        amount: { value: 5, currency: "EUR" },
        period: { start: "2024" },
        declined: true,
      },
      { title: "I", funders: ["F"], period: { start: "2024" } },
    ],
  });

  test("works by kind, year, position, rank and honour", () => {
    expect(find(cv, "Works by kind")).toEqual({
      book: [1, ["c"]],
      conference: [1, ["a"]],
      workshop: [1, ["b"]],
      preprint: [1, ["d"]],
    });
    expect(Object.keys(find(cv, "Works by year"))).toEqual([
      "2023",
      "2024",
      "under review",
      "undated",
    ]);
    expect(find(cv, "Works by position in the author list")).toEqual({
      "only author": [1, ["c"]],
      "first author": [1, ["a"]],
      "last author": [1, ["b"]],
      "in between": [1, ["d"]],
    });
    expect(find(cv, "Works by CORE rank of the conference")).toEqual({ "A* (E1)": [1, ["a"]] });
    expect(find(cv, "Works by honour")).toEqual({ oral: [1, ["a"]] });
  });

  test("grants by currency, without those declined or without an amount", () => {
    expect(find(cv, "Grants by currency")).toEqual({ EUR: [10.5, ["grants[0]"]] });
  });

  test("the h-index only of counts that are there, of each index apart", () => {
    const counts = [9, 4, 3, 3, 0];
    const titles = ["A", "B", "C", "D", "E"];
    const cited = record({
      publications: [...titles, "F", "G"].map((title, index) => ({
        id: title.toLowerCase(),
        title,
        authors: ["Ada Example"],
        appearances: [{ kind: "preprint" as const, date: String(2020 - index) }],
        ...(title === "G" ? { citations: { count: 1, asOf: "2026-02", source: "Scopus" } } : {}),
        ...(counts[index] === undefined
          ? {}
          : {
              citations: {
                count: counts[index],
                asOf: index === 0 ? "2026-01-31" : "2026-02",
                source: "OpenAlex",
              },
            }),
      })),
    });
    expect(
      find(
        cited,
        "Citations by OpenAlex, 2026-01-31 to 2026-02, of the 5 of 7 works that have a count",
      ),
    ).toEqual({
      citations: [19, ["a", "b", "c", "d", "e"]],
      "h-index": [3, ["a", "b", "c"]],
    });
    expect(
      find(cited, "Citations by Scopus, 2026-02, of the 1 of 7 works that have a count")["h-index"],
    ).toEqual([1, ["g"]]);
    expect(composeStats(cv).filter(({ title }) => title.startsWith("Citations"))).toEqual([]);
  });

  test("every list of the record is counted under its own name, people one by one", () => {
    const lists = record({
      positions: [{ title: "P", institution: { name: "Kettle House" }, period: { start: "2020" } }],
      mentees: [
        {
          names: ["Ann Doe", { name: "Ed Poe", title: "Dr." }],
          level: "master",
          institution: "Kettle House",
          period: { start: "2020" },
        },
      ],
      talks: [{ host: "Tea Club", date: "2021" }],
    });
    expect(find(lists, "Other entries")).toEqual({
      positions: [1, ["positions[0]"]],
      talks: [1, ["talks[0]"]],
      mentees: [2, ["mentees[0]", "mentees[0]"]],
    });
    expect(formatStats(composeStats(lists))).toContain(
      "positions  1  Kettle House\n  talks      1  Tea Club\n  mentees    2  Ann Doe; Ed Poe",
    );
  });

  test("the text names entries by their numbers, else by their titles", () => {
    const text = formatStats(composeStats(cv));
    expect(text).toContain("Works by kind\n  book        1  [1]\n  conference  1  [2]\n");
    expect(text).toContain("Other entries\n  grants  3  G; H; I");
  });
});

test("every work of the real record is counted once in each grouping, and the figures agree with those derived for the review", async () => {
  const loaded = await loadCv(resolve(import.meta.dirname, "../../../../packages/data/content"));
  if (loaded.kind !== "valid") throw new Error("the content is faulty");
  const { cv } = loaded;
  const groups = composeStats(cv);
  for (const title of ["Works by kind", "Works by year", "Works by position in the author list"]) {
    const ids =
      groups
        .find((group) => group.title === title)
        ?.statistics.flatMap(({ entries }) => entries.map(({ id }) => id)) ?? [];
    expect(ids.toSorted()).toEqual(cv.publications.map(({ id }) => id).toSorted());
  }
  const ranks = find(cv, "Works by CORE rank of the conference");
  expect(ranks["A* (ICORE2023)"]?.[0]).toBe(deriveMeasure(cv, "core-a-star-papers")?.value);
  const positions = find(cv, "Works by position in the author list");
  expect(Number(positions["first author"]?.[0]) + Number(positions["only author"]?.[0])).toBe(
    deriveMeasure(cv, "first-author-papers")?.value,
  );
});
