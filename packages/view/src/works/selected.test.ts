import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composePublications } from "./publication.ts";
import { selectedPublications } from "./selected.ts";

type Honours = NonNullable<CvInput["publications"]>[number]["appearances"][number]["honours"];

const work = (id: string, date: string, honours: Honours = []) => ({
  id,
  title: id,
  authors: ["Ada Example"],
  appearances: [{ kind: "conference" as const, venue: "v", date, honours }],
});

function idsOf(settings: CvInput["settings"], count = 5): string[] {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    venues: [{ id: "v", name: "Venue", kind: "conference" }],
    publications: [
      work("plain", "2026"),
      work("spot", "2025", ["spotlight"]),
      work("oral-old", "2020", ["oral"]),
      work("oral-new", "2024", ["oral"]),
      work("best", "2019", ["spotlight", "best-paper"]),
    ],
    settings,
  });
  return selectedPublications(cv, composePublications(cv, en), count).map(({ id }) => id);
}

test("honoured works stand for the rest: the highest honour first, then the newer", () => {
  expect(idsOf({})).toEqual(["best", "oral-new", "oral-old", "spot"]);
  expect(idsOf({}, 2)).toEqual(["best", "oral-new"]);
});

test("the owner's choice and order go before honours, also where the choice is nothing", () => {
  expect(idsOf({ selected: ["plain", "best"] })).toEqual(["plain", "best"]);
  expect(idsOf({ selected: [] })).toEqual([]);
  const all = ["plain", "spot", "oral-old", "best", "oral-new"];
  expect(idsOf({ selected: all }, 2)).toEqual(all);
});
