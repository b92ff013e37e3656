import { expect, test } from "vitest";
import { Cv } from "../cv.ts";
import type { AppearanceKind } from "../work-kind.ts";
import { orderWorks } from "./work-order.ts";

test("works are numbered group by group, by the kind they are cited by, inside a group as recorded", () => {
  const kinds: [string, AppearanceKind[]][] = [
    ["thesis", ["thesis"]],
    ["preprint-first", ["preprint", "conference"]],
    ["workshop", ["workshop"]],
    ["journal", ["journal", "preprint"]],
    ["conference", ["conference"]],
  ];
  const publications = kinds.map(([id, list]) => ({
    id,
    title: id,
    authors: ["A"],
    appearances: list.map((kind) => ({ kind })),
  }));
  const cv = Cv.parse({ profile: { name: "A" }, publications });
  expect(orderWorks(cv).map(({ id }) => id)).toEqual([
    "workshop",
    "conference",
    "journal",
    "preprint-first",
    "thesis",
  ]);
});
