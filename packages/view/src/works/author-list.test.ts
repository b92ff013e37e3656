import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { expect, test } from "vitest";
import { composeDocument } from "../document/document.ts";
import { composePublications } from "./publication.ts";
import { equalContributionLegend } from "./author-list.ts";
import { plainText } from "../text/span.ts";

const OWNER = "Ada Example";

function record(authors: string[], equalContribution: string[][] = []): Cv {
  return Cv.parse({
    profile: { name: OWNER },
    publications: [
      {
        id: "one",
        title: "One",
        authors,
        equalContribution,
        appearances: [{ kind: "preprint", date: "2024" }],
      },
    ],
  } satisfies CvInput);
}

function compose(authors: string[], equalContribution: string[][] = []) {
  const [publication] = composePublications(record(authors, equalContribution), en);
  if (publication === undefined) throw new Error("the record lost its work");
  return publication;
}

const crowd = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
const plain = (spans: Parameters<typeof plainText>[0]) =>
  plainText(spans).replaceAll("\u00a0", " ");

test("up to 25 authors are all named, of more the first three and the last", () => {
  const { listedAuthors, authors } = compose(crowd(25));
  expect(listedAuthors).toEqual(authors);
  expect(plain(compose(crowd(26)).listedAuthors)).toBe("N0, N1, N2, … 22 more …, N25");
  expect(plain(compose(crowd(2936)).listedAuthors)).toBe("N0, N1, N2, … 2,932 more …, N2935");
});

test("the owner and equal contributors are named in their places, with their marks", () => {
  const names = crowd(300).with(150, OWNER);
  expect(
    plain(
      compose(
        names,
        [["N0", "N1"], ["N4"], ["N299"]].map((group) => [
          ...group,
          ...(group.length === 1 ? ["N200"] : []),
        ]),
      ).listedAuthors,
    ),
  ).toBe(
    "N0*, N1*, N2, N3, N4†, … 145 more …, Ada Example, … 49 more …, N200†,‡, … 98 more …, N299‡",
  );
});

test("the whole list stays with the publication, and documents show the short one", () => {
  const names = crowd(300);
  expect(plain(compose(names).authors)).toBe(names.join(", "));
  const lines = composeDocument(record(names), en).sections.flatMap(({ groups }) =>
    groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.lines)),
  );
  expect(lines.filter((line) => line.role === "people").map((line) => plain(line.spans))).toEqual([
    "N0, N1, N2, … 296 more …, N299",
  ]);
});

test("any list: those who must be named are, in order, and names and gaps add up to everybody", () => {
  const cases = fc.integer({ min: 26, max: 400 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      owner: fc.nat(count - 1),
      equal: fc.uniqueArray(fc.nat(count - 1), { maxLength: 12 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ count, owner, equal }) => {
      const names = crowd(count).with(owner, OWNER);
      const equals = equal.flatMap((place) => names[place] ?? []);
      const { listedAuthors } = compose(names, equals.length < 2 ? [] : [equals]);
      const parts = plain(listedAuthors.filter((span) => span.role !== "mark")).split(", ");
      const places = parts.flatMap((part) => (part.startsWith("…") ? [] : [names.indexOf(part)]));
      const gaps = parts.flatMap((part) =>
        part.startsWith("…") ? [Number(/\d+/.exec(part)?.[0])] : [],
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const required = [0, count - 1, owner, ...(equals.length < 2 ? [] : equal)];
      expect(required.filter((place) => !places.includes(place))).toEqual([]);
      expect(places).not.toContain(-1);
      expect(places.length + gaps.reduce((sum, gap) => sum + gap, 0)).toBe(count);
      expect(Math.min(2, ...gaps)).toBe(2);
    }),
  );
});

test("each group of equal contributors has a mark and a legend of its own", () => {
  const groups = [
    ["A", "B"],
    ["B", "C"],
    ["D", "E"],
    ["F", "G"],
    ["H", "I"],
    ["J", "K"],
    ["L", "M"],
  ];
  const { publications } = Cv.parse({
    profile: { name: "A" },
    publications: [
      {
        id: "w",
        title: "W",
        authors: [..."ABCDEFGHIJKLM"],
        equalContribution: groups,
        appearances: [{ kind: "preprint" }],
      },
      {
        id: "v",
        title: "V",
        authors: [..."AB"],
        equalContribution: [["A", "B"]],
        appearances: [{ kind: "preprint" }],
      },
    ],
  });
  const legend = plainText(equalContributionLegend(publications, en));
  const parts = legend.split("; ");
  expect(parts).toHaveLength(groups.length);
  expect(parts.slice(0, 2)).toEqual([
    "* equal contribution",
    "† equal contribution within the 2nd group",
  ]);
  expect(new Set(parts.map((part) => part.split(" ")[0])).size).toBe(groups.length);
  expect(new Set(parts.map((part) => part.slice(part.indexOf(" ")))).size).toBe(groups.length);
  expect(plainText(equalContributionLegend(publications.slice(1), en))).toBe(
    "* equal contribution",
  );
});
