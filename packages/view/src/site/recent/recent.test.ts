import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeSectionPages } from "../section-page.ts";
import { recentItems } from "./recent.ts";
import { plainText } from "../../text/span.ts";

const record = (rest: Partial<CvInput>): Cv =>
  Cv.parse({ profile: { name: "Ada Example" }, ...rest });

const work = (id: string, date: string, honours: "oral"[] = []) => ({
  id,
  title: id.toUpperCase(),
  authors: ["Ada Example"],
  appearances: [{ kind: "preprint" as const, date, honours }],
});

const cv = record({
  awards: [{ title: "Prize", date: "2023-05" }],
  positions: [
    {
      title: "Fellow",
      institution: { name: "Example" },
      period: { start: "2024-01", end: "present" },
    },
  ],
  talks: ["2026-01", "2026-02", "2026-03", "2026-04"].map((date) => ({ date, host: "Host" })),
  media: [{ title: "A Story", outlet: "Paper", date: "2022" }],
  publications: [
    work("a", "2025-01"),
    work("b", "2025-02"),
    work("c", "2025-03", ["oral"]),
    work("d", "2024-01"),
  ],
});

test("many talks hide nothing else, and the newest comes first", () => {
  expect(recentItems(cv, en, 10).map(({ kind, day }) => [kind, day])).toEqual([
    ["talk", "2026-04-01"],
    ["talk", "2026-03-01"],
    ["publications", "2025-03-01"],
    ["publications", "2024-01-01"],
    ["position", "2024-01-01"],
    ["award", "2023-05-01"],
    ["media", "2022-01-01"],
  ]);
  expect(recentItems(cv, en, 2)).toHaveLength(2);
});

test("the papers of a year are one item, which names honoured ones first", () => {
  const years = recentItems(cv, en, 10).filter(({ kind }) => kind === "publications");
  expect(years.map(({ rail, spans }) => `${rail}: ${plainText(spans)}`)).toEqual([
    "2025: 3 papers, among them “C” and “B”",
    "2024: One paper: “D”",
  ]);
});

test("each item leads to an entry that is there", () => {
  const ids = new Map(
    composeSectionPages(cv, en).map((page) => [
      page.id,
      page.sections.flatMap(({ groups }) =>
        groups.flatMap(({ entries }) => entries.map(({ id }) => id)),
      ),
    ]),
  );
  const places = recentItems(cv, en, 10).flatMap(({ place }) =>
    place.kind === "entry" && place.page !== "cv" ? [place] : [],
  );
  expect(places).toHaveLength(4);
  for (const { page, id } of places)
    expect(ids.get(page === "cv" ? "talks" : page), id).toContain(id);
  expect(new Set(places.map(({ id }) => id)).size).toBe(4);
});

test("nothing happened where nothing is dated", () => {
  expect(recentItems(record({}), en, 5)).toEqual([]);
});

test("who was at a place before does not join it again", () => {
  const post = (title: string, name: string, start: string) => ({
    title,
    institution: { name },
    period: { start },
  });
  const lineOf = (rest: Partial<CvInput>) =>
    recentItems(record(rest), en, 10)
      .filter(({ kind }) => kind === "position")
      .map(({ spans }) => plainText(spans));
  const first = post("Engineer", "Acme Pay", "2019");
  expect(lineOf({ positions: [first] })).toEqual(["Joined Acme Pay, as Engineer"]);
  expect(lineOf({ positions: [post("Staff Engineer", "Acme Pay", "2023"), first] })).toEqual([
    "Became Staff Engineer at Acme Pay",
  ]);
  expect(lineOf({ positions: [post("Staff Engineer", "ACME Pay Ltd", "2023"), first] })).toEqual([
    "Became Staff Engineer at ACME Pay Ltd",
  ]);
  expect(lineOf({ positions: [post("Engineer", "Other", "2023"), first] })).toEqual([
    "Joined Other, as Engineer",
  ]);
  expect(
    lineOf({
      education: [{ degree: "PhD", institution: { name: "Acme Pay" }, period: { start: "2015" } }],
      positions: [first],
    }),
  ).toEqual(["Became Engineer at Acme Pay"]);
});
