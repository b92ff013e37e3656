import { crossCheck, Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { fullVariant, narrowVariant } from "./variant.ts";
import { selectRecord } from "./selected-record.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example", interests: ["Hats"] },
  education: [
    { degree: "PhD", institution: { name: "U" }, period: { start: "2010", end: "2014" } },
  ],
  positions: [
    { title: "Fellow", institution: { name: "U" }, period: { start: "2014", end: "present" } },
  ],
  talks: [
    { host: "Old", date: "2015" },
    { host: "New", date: "2024" },
  ],
  service: [{ year: "2015", kind: "editor", venues: ["J"] }],
  skills: [{ area: "A", skills: ["s"] }],
  publications: [
    {
      id: "old",
      title: "Old",
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint", date: "2015" }],
    },
    {
      id: "new",
      title: "New",
      authors: ["Ada Example"],
      appearances: [{ kind: "book", date: "2024" }],
    },
    {
      id: "undated",
      title: "Undated",
      authors: ["Ada Example"],
      appearances: [{ kind: "preprint" }],
    },
  ],
  settings: { selected: ["old", "new"] },
});

test("everything is everything", () => expect(selectRecord(cv, fullVariant(en))).toEqual(cv));

test("since a day: what is dated then or later, goes on, or has no date by its nature", () => {
  const selected = selectRecord(cv, narrowVariant(fullVariant(en), "2020", en));
  expect(selected).toMatchObject({
    education: [],
    positions: [{ title: "Fellow" }],
    talks: [{ host: "New" }],
    service: [],
    skills: [{ area: "A" }],
  });
  expect(selected.publications.map(({ id }) => id)).toEqual(["new"]);
  expect(selected.settings.selected).toEqual(["new"]);
  expect(crossCheck(selected)).toEqual([]);
});

test("a variant's sections and works", () => {
  const selected = selectRecord(cv, {
    id: "short",
    title: "Short",
    sections: ["talks", "publications"],
    works: { kinds: ["preprint"], atMost: 1 },
  });
  expect(selected).toMatchObject({
    profile: { interests: [] },
    education: [],
    positions: [],
    skills: [],
  });
  expect(selected.talks).toHaveLength(2);
  expect(selected.publications.map(({ id }) => id)).toEqual(["old"]);
});
