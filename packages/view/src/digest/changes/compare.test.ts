import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { describe, expect, test } from "vitest";
import type { Changes } from "./changes.ts";
import { compareRecords, composePeriod } from "./compare.ts";
import { changesMarkdown, changesText } from "./changes-text.ts";
import { composeEdition } from "../edition.ts";
import { listMilestones } from "../milestone.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const record = (input: Partial<CvInput>) =>
  Cv.parse({
    profile: { name: "Ada Example" },
    venues: [{ id: "icex", name: "Conference on Examples", acronym: "ICEX", kind: "conference" }],
    ...input,
  });
const work = (
  id: string,
  appearance: WorkInput["appearances"][number],
  more: Partial<WorkInput> = {},
): WorkInput => ({
  id,
  title: `Work ${id}`,
  authors: ["Ada Example"],
  appearances: [appearance],
  ...more,
});

/** Ids of works and texts of entries. */
const outline = ({ works, updates, corrected, removed, sections }: Changes) => ({
  works: works.map(({ id }) => id),
  updates: updates.map(({ publication }) => publication.id),
  corrected: corrected.map(({ after }) => after.id),
  removed: removed.map(({ id }) => id),
  sections: sections.map(
    ({ id, added, removed: gone, changed, ended }) =>
      `${id} +${added.length} -${gone.length} ~${changed.length} .${ended.length}`,
  ),
});

describe("between two states", () => {
  const before = record({
    publications: [
      work("old", { kind: "preprint", date: "2023" }),
      work("same", { kind: "preprint" }),
      work("typo", { kind: "preprint" }),
      work("lost", { kind: "preprint" }),
    ],
    talks: [
      { host: "H", date: "2023" },
      { host: "H", date: "2023" },
    ],
    positions: [
      { title: "Fellow", institution: { name: "U" }, period: { start: "2020", end: "present" } },
    ],
  });
  const after = record({
    publications: [
      work("old", { kind: "conference", venue: "icex", date: "2024" }),
      work("same", { kind: "preprint" }),
      work("typo", { kind: "preprint" }, { title: "Work without typo" }),
      work("new", { kind: "preprint", date: "2024" }),
    ],
    talks: [
      { host: "H", date: "2023" },
      { host: "New", date: "2024" },
    ],
    positions: [
      { title: "Fellow", institution: { name: "U" }, period: { start: "2020", end: "2024" } },
    ],
  });

  test("works are new, accepted, corrected or gone; entries are added, changed or gone, each as often as they stand there", () => {
    expect(outline(compareRecords(before, after, en))).toEqual({
      works: ["new"],
      updates: ["old"],
      corrected: ["typo"],
      removed: ["lost"],
      sections: ["positions +0 -0 ~1 .0", "talks +1 -1 ~0 .0"],
    });
  });

  test("a state does not differ from itself", () => {
    expect(outline(compareRecords(after, after, en))).toEqual({
      works: [],
      updates: [],
      corrected: [],
      removed: [],
      sections: [],
    });
    expect(compareRecords(after, after, en).summary).toBe("nothing new");
    expect(changesText(compareRecords(after, after, en), en)).toBe("");
  });

  test("what is new is what a digest would report", () => {
    const edition = composeEdition(
      after,
      en,
      new Set(listMilestones(before).map(({ key }) => key)),
    );
    const changes = compareRecords(before, after, en);
    expect(changes.works).toEqual(edition?.works);
    expect(changes.updates).toEqual(edition?.updates);
    expect(changes.summary).toMatch(
      /^1 new paper; 1 update; 1 correction; 1 work removed; professional experience: 1 changed; invited talks: 1 new, 1 removed$/,
    );
  });

  test("as text and as Markdown, in which nothing of the record is markup", () => {
    expect(
      changesText(
        compareRecords(
          record({}),
          record({ publications: [work("a", { kind: "preprint" }, { title: "A *star*" })] }),
          en,
        ),
        en,
      ),
    ).toBe("New\n---\n  A *star*. Ada Example. Preprint.");
    expect(
      changesMarkdown(
        compareRecords(
          record({}),
          record({ publications: [work("a", { kind: "preprint" }, { title: "A *star*" })] }),
          en,
        ),
        en,
      ),
    ).toBe(
      String.raw`## New

- **A \*star\***. Ada Example. Preprint.`,
    );
    expect(changesText(compareRecords(before, after, en), en)).toContain(
      "2020 – 2024: Fellow. U (was: 2020 – present: Fellow. U)",
    );
  });
});

describe("in a stretch of time", () => {
  const cv = record({
    publications: [
      work("early", { kind: "preprint", date: "2022" }),
      work("inside", { kind: "preprint", date: "2023-06" }),
      work(
        "later-accepted",
        { kind: "conference", venue: "icex", date: "2023-09" },
        {
          appearances: [
            { kind: "conference", venue: "icex", date: "2023-09" },
            { kind: "preprint", date: "2022-01" },
          ],
        },
      ),
      work("undated", { kind: "preprint" }),
      work("late", { kind: "preprint", date: "2024" }),
    ],
    positions: [
      { title: "Began", institution: { name: "U" }, period: { start: "2023-04", end: "present" } },
      { title: "Ended", institution: { name: "U" }, period: { start: "2020", end: "2023-03" } },
      { title: "Goes on", institution: { name: "U" }, period: { start: "2020", end: "present" } },
    ],
    service: [{ year: "2023", kind: "area-chair", venues: ["A"] }],
    skills: [{ area: "Timeless", skills: ["x"] }],
  });

  test("reports what began, what ended, and news of works that were there before", () => {
    expect(outline(composePeriod(cv, { since: "2023", until: "2023" }, en))).toEqual({
      works: ["inside"],
      updates: ["later-accepted"],
      corrected: [],
      removed: [],
      sections: ["positions +1 -0 ~0 .1", "service +1 -0 ~0 .0"],
    });
  });

  test("a year is no period that could end within itself, and what goes on has not ended", () => {
    expect(outline(composePeriod(cv, { since: "2023-02", until: "9999" }, en)).sections).toEqual([
      "positions +1 -0 ~0 .1",
    ]);
  });

  test("neighbouring years report everything dated, and nothing twice", () => {
    const reported = ["2022", "2023", "2024"].flatMap((year) =>
      composePeriod(cv, { since: year, until: year }, en).works.map(({ id }) => id),
    );
    expect(reported.toSorted()).toEqual(["early", "inside", "late", "later-accepted"]);
  });
});
