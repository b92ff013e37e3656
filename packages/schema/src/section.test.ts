import { expect, test } from "vitest";
import {
  isDatedSection,
  LIST_IDS,
  LISTS,
  listsOfSection,
  SectionId,
  sectionOfList,
} from "./section.ts";

test("every list is shown by one section", () => {
  expect(SectionId.options.flatMap(listsOfSection).toSorted()).toEqual(LIST_IDS.toSorted());
  expect(sectionOfList("tutorials")).toBe("teaching");
});

test("what two entries are compared by are fields of theirs", () => {
  for (const list of LIST_IDS) {
    const { entry, identity } = LISTS[list];
    const fields = [...identity.fields, ...(identity.facet === undefined ? [] : [identity.facet])];
    for (const field of fields) expect(Object.keys(entry.shape)).toContain(field.split(".")[0]);
    expect(identity.sameYear && LISTS[list].date === undefined).toBe(false);
  }
});

test("no window of time leaves out what has no date", () => {
  expect(SectionId.options.filter((section) => !isDatedSection(section))).toEqual([
    "interests",
    "skills",
    "languages",
    "references",
  ]);
});
