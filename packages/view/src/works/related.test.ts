import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { expect, test } from "vitest";
import { composePublications } from "./publication.ts";
import { relatedFinder } from "./related.ts";

interface WorkFacts {
  authors: string[];
  date?: string | undefined;
  topics?: string[];
}

const compose = (works: readonly WorkFacts[]) =>
  composePublications(
    Cv.parse({
      profile: { name: "Ada Example" },
      publications: works.map(({ authors, date, topics = [] }, index) => ({
        id: `w${index}`,
        title: `W${index}`,
        authors: ["Ada Example", ...authors],
        topics,
        appearances: [{ kind: "conference", ...(date === undefined ? {} : { date }) }],
      })),
    }),
    en,
  );
const relatedTo = (works: readonly WorkFacts[], count = 9) =>
  relatedFinder(compose(works))("w0", count).map(({ id }) => id);

test("the owner alone relates nothing, nor do topics alone", () => {
  expect(
    relatedTo([
      { authors: ["Bo"], topics: ["hats"] },
      { authors: ["Cy"], topics: ["hats"] },
      { authors: [] },
    ]),
  ).toEqual([]);
});

test("a rare co-author counts more than one of every paper", () => {
  const works = [
    { authors: ["Bo", "Rare"] },
    { authors: ["Bo"] },
    { authors: ["Rare"] },
    { authors: ["Bo"] },
    { authors: ["Bo"] },
  ];
  expect(relatedTo(works)).toEqual(["w2", "w1", "w3", "w4"]);
});

test("a shared topic adds to shared co-authors", () => {
  expect(
    relatedTo([
      { authors: ["Bo"], topics: ["hats"] },
      { authors: ["Bo"] },
      { authors: ["Bo"], topics: ["hats"] },
    ]),
  ).toEqual(["w2", "w1"]);
});

test("ties go to the nearer year, then to the smaller number; undated works come last", () => {
  const works = [undefined, "2020", "2024-05", "2022", "2024"].map((date, index) => ({
    authors: ["Bo"],
    date: index === 0 ? "2023" : date,
  }));
  expect(relatedTo([...works, { authors: ["Bo"] }])).toEqual(["w2", "w3", "w4", "w1", "w5"]);
  expect(relatedTo([...works, { authors: ["Bo"] }], 2)).toEqual(["w2", "w3"]);
});

test("an unknown work has none", () => expect(relatedFinder(compose([]))("w0", 3)).toEqual([]));

test("each shares a co-author, none comes twice, never the work itself", () => {
  const name = fc.constantFrom("Bo", "Cy", "Di", "Ed", "Flo");
  const work = fc.record({
    authors: fc.uniqueArray(name),
    date: fc.constantFrom(undefined, "2020", "2021-03"),
  });
  fc.assert(
    fc.property(fc.array(work, { minLength: 1, maxLength: 12 }), fc.nat(6), (works, count) => {
      const ids = relatedTo(works, count);
      const own = works[0]?.authors ?? [];
      const sharing = works
        .slice(1)
        .filter(({ authors }) => authors.some((author) => own.includes(author)));
      expect(ids).toHaveLength(Math.min(count, sharing.length));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(sharing).toContain(works[Number(id.slice(1))]);
    }),
  );
});
