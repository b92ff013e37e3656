import { Cv, type CvInput, type Measure } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import { deriveMeasure } from "./measure.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];
type AppearanceInput = WorkInput["appearances"][number];

const work = (id: string, authors: string[], ...appearances: AppearanceInput[]): WorkInput => ({
  id,
  title: id,
  authors,
  appearances,
});
const at = (venue: string, rest: Partial<AppearanceInput> = {}): AppearanceInput => ({
  kind: "conference",
  venue,
  ...rest,
});

const cv = Cv.parse({
  profile: { name: "Ada Example", aliases: ["A. Example"] },
  venues: [
    { id: "top", name: "Top", kind: "conference", core: { rank: "A*", edition: "ICORE2023" } },
    { id: "good", name: "Good", kind: "conference", core: { rank: "A", edition: "ICORE2023" } },
    { id: "plain", name: "Plain", kind: "conference" },
    { id: "journal", name: "Journal", kind: "journal" },
  ],
  publications: [
    work("thesis", ["Ada Example"], { kind: "thesis", venue: "plain" }),
    work("journal-paper", ["Bo", "A. Example"], { kind: "journal", venue: "journal" }),
    work("handed-in", ["Bo", "Cy", "Ada Example"], { kind: "journal", status: "under-review" }),
    work("top-paper", ["Ada Example", "Bo"], at("top")),
    work("accepted", ["Bo", "Ada Example", "Cy"], at("top", { status: "accepted" })),
    work("in-review", ["Bo", "Ada Example", "Cy"], at("top", { status: "under-review" })),
    work("side-track", ["Bo", "Ada Example", "Cy"], at("top", { track: "Doctoral Consortium" })),
    work("workshop", ["Bo", "Ada Example", "Cy"], {
      kind: "workshop",
      venue: "top",
      workshop: "W",
    }),
    work("good-later", ["Bo", "Ada Example", "Cy"], { kind: "preprint" }, at("good")),
    work("unranked", ["Bo", "Ada Example", "Cy"], at("plain")),
  ] satisfies WorkInput[],
  grants: [
    {
      title: "Pounds",
      funders: ["F"],
      amount: { value: 10, currency: "GBP" },
      equivalent: { value: 12.5, currency: "USD" },
      period: { start: "2024" },
      role: "pi",
    },
    {
      title: "Dollars",
      funders: ["F"],
      amount: { value: 100, currency: "USD" },
      period: { start: "2024" },
      role: "pi",
    },
    {
      title: "Declined",
      funders: ["F"],
      amount: { value: 1000, currency: "USD" },
      period: { start: "2024" },
      role: "pi",
      declined: true,
    },
    {
      title: "Euros",
      funders: ["F"],
      amount: { value: 7, currency: "EUR" },
      period: { start: "2024" },
      role: "pi",
    },
  ],
} satisfies CvInput);

const countedBy = (measure: Measure, currency?: string) => {
  const derived = deriveMeasure(cv, measure, currency);
  return {
    value: derived?.value,
    counted:
      derived?.counted.list === "publications"
        ? derived.counted.ids
        : derived?.counted.amounts.map(({ title }) => title),
  };
};

describe("a measure counts", () => {
  test.each<[Measure, string[]]>([
    ["core-a-star-papers", ["top-paper", "accepted"]],
    ["core-a-papers", ["good-later"]],
    ["journal-papers", ["journal-paper"]],
    ["first-author-papers", ["top-paper", "thesis"]],
    ["last-author-papers", ["journal-paper", "handed-in"]],
  ])("%s: the right works, in the order of their numbers", (measure, ids) =>
    expect(countedBy(measure)).toEqual({ value: ids.length, counted: ids }),
  );

  test("works: all of them", () => expect(countedBy("works").value).toBe(cv.publications.length));

  test.each([
    ["USD", 112.5, ["Pounds", "Dollars"]],
    ["GBP", 10, ["Pounds"]],
    ["CHF", 0, []],
  ])("grants-total in %s: held grants with an amount in it", (currency, value, counted) =>
    expect(countedBy("grants-total", currency)).toEqual({ value, counted }),
  );
});

test("what only a citation index knows is not derived", () => {
  for (const measure of ["citations", "h-index", "i10-index"] as const)
    expect(deriveMeasure(cv, measure)).toBeUndefined();
});
