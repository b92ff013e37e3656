import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestonesBefore } from "./announceable.ts";
import { composeEdition, composeExampleEdition } from "./edition.ts";
import { listMilestones } from "./milestone.ts";
import { plainText } from "../text/span.ts";
import { listTopics } from "../works/topic.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const record = (publications: WorkInput[]): Cv =>
  Cv.parse({
    profile: { name: "Ada Example" },
    venues: [
      {
        id: "icml",
        name: "International Conference on Machine Learning",
        acronym: "ICML",
        kind: "conference",
      },
    ],
    publications,
  });

const preprint: WorkInput = {
  id: "one",
  title: "One",
  authors: ["Ada Example"],
  appearances: [{ kind: "preprint", status: "under-review" }],
};
const accepted: WorkInput = {
  ...preprint,
  appearances: [
    { kind: "conference", venue: "icml", date: "2025", honours: ["oral"] },
    ...preprint.appearances,
  ],
};
const announced = (cv: Cv) => new Set(listMilestones(cv).map((milestone) => milestone.key));

describe("what an edition reports", () => {
  test("nothing new makes no edition", () => {
    expect(composeEdition(record([preprint]), en, announced(record([preprint])))).toBeUndefined();
    expect(composeEdition(record([]), en, new Set())).toBeUndefined();
  });

  test("a new work is reported once, with its venue, and not as an update too", () => {
    const edition = composeEdition(record([accepted]), en, new Set());
    expect(edition?.works.map((work) => work.id)).toEqual(["one"]);
    expect(edition?.updates).toEqual([]);
    expect(edition?.subject).toBe("Ada Example: One");
    expect(composeEdition(record([accepted]), en, new Set(edition?.milestones))).toBeUndefined();
  });

  test("a preprint that is accepted is an update, not a new paper, and reports its honour with it", () => {
    const edition = composeEdition(record([accepted]), en, announced(record([preprint])));
    expect(edition?.works).toEqual([]);
    expect(edition?.updates.map((update) => plainText(update.news))).toEqual([
      "Now at ICML 2025 · Oral",
    ]);
    expect(edition?.summary).toBe("1 update");
  });

  test("an honour given later is an update of its own", () => {
    const plain = {
      ...accepted,
      appearances: [{ kind: "conference" as const, venue: "icml", date: "2025" }],
    };
    const honoured = {
      ...plain,
      appearances: [
        { ...plain.appearances[0], kind: "conference" as const, honours: ["best-paper" as const] },
      ],
    };
    const edition = composeEdition(record([honoured]), en, announced(record([plain])));
    expect(edition?.updates.map((update) => plainText(update.news))).toEqual([
      "Best paper award at ICML 2025",
    ]);
  });
});

const works = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,8}$/),
    title: fc.constant("Some title"),
    isAccepted: fc.boolean(),
    date: fc.constantFrom(undefined, "2023", "2024-05"),
  }),
  { selector: (work) => work.id, maxLength: 12 },
);

function toInput({
  id,
  title,
  isAccepted,
  date,
}: {
  id: string;
  title: string;
  isAccepted: boolean;
  date: string | undefined;
}): WorkInput {
  const own = isAccepted
    ? { kind: "conference" as const, venue: "icml" }
    : { kind: "preprint" as const, status: "under-review" as const };
  return {
    id,
    title,
    authors: ["Ada Example"],
    appearances: [{ ...own, ...(date === undefined ? {} : { date }) }],
  };
}

test("whatever the order, the titles and the dates become, nothing is announced twice", () => {
  fc.assert(
    fc.property(works, fc.func(fc.integer()), (inputs, weight) => {
      const before = record(inputs.map(toInput));
      const after = record(
        inputs
          .map((input) => toInput({ ...input, title: "Another title", date: "2020" }))
          .sort((a, b) => weight(a.id) - weight(b.id)),
      );
      expect(composeEdition(after, en, announced(before))).toBeUndefined();
    }),
  );
});

test("a series of editions reports every work exactly once", () => {
  fc.assert(
    fc.property(works, fc.nat(12), (inputs, cut) => {
      const reported = new Set<string>();
      const seen: string[] = [];
      for (const part of [inputs.slice(0, cut), inputs, inputs]) {
        const edition = composeEdition(record(part.map(toInput)), en, reported);
        for (const key of edition?.milestones ?? []) reported.add(key);
        seen.push(...(edition?.works.map((work) => work.id) ?? []));
      }
      expect(seen.sort()).toEqual(inputs.map((input) => input.id).sort());
    }),
  );
});

test("a preview since a day reports what is dated then or later", () => {
  const cv = record([
    { ...accepted, id: "new" },
    {
      ...accepted,
      id: "old",
      appearances: [{ kind: "conference", venue: "icml", date: "2023-12" }],
    },
    { ...preprint, id: "undated" },
  ]);
  expect(
    composeEdition(cv, en, milestonesBefore(cv, "2024-01-01"))?.works.map((work) => work.id),
  ).toEqual(["new"]);
});

test("the example reports the year before the newest day of the record, and nothing older", () => {
  const dated = (id: string, date: string): WorkInput => ({
    ...accepted,
    id,
    title: id,
    appearances: [{ kind: "conference", venue: "icml", date }],
  });
  const cv = record([
    dated("old", "2022-05"),
    dated("mid", "2023-06"),
    dated("new", "2024-05"),
    preprint,
  ]);
  expect(composeExampleEdition(cv, en)?.works.map(({ id }) => id)).toEqual(["new", "mid"]);
  const later = {
    ...cv,
    figures: [{ measure: "citations" as const, value: 1, source: "Somewhere", asOf: "2026-01" }],
  };
  expect(composeExampleEdition(later, en)).toBeUndefined();
  expect(composeExampleEdition(record([]), en)).toBeUndefined();
});

describe("talks and awards", () => {
  const base: CvInput = { profile: { name: "Ada Example" }, publications: [preprint] };
  const withEvents = (extra: Partial<CvInput>) => Cv.parse({ ...base, ...extra });
  const talk = { title: "On Things", host: "A University", date: "2026-05-04" };
  const award = { title: "A Prize", date: "2026" };

  test("go along with papers, the newest first, and make no mail of their own", () => {
    const cv = withEvents({ talks: [talk], awards: [award] });
    const edition = composeEdition(cv, en, new Set());
    expect(
      edition?.events.map(({ label, date, spans }) => [label, date, plainText(spans)]),
    ).toEqual([
      ["Talk", "4\u00a0May\u00a02026", "On Things, A University"],
      ["Award", "2026", "A Prize"],
    ]);
    expect(
      composeEdition(cv, en, new Set(listMilestones(cv).map(({ key }) => key))),
    ).toBeUndefined();
    expect(composeEdition(cv, en, new Set(edition?.milestones))).toBeUndefined();
  });

  test("are reported once, also when the title or the day is corrected later", () => {
    const reported =
      composeEdition(withEvents({ talks: [talk], awards: [award] }), en, new Set())?.milestones ??
      [];
    const events = (talks: CvInput["talks"], awards: CvInput["awards"]) => {
      const cv = Cv.parse({
        profile: { name: "Ada Example" },
        publications: [{ ...preprint, id: "two" }],
        talks,
        awards,
      });
      return composeEdition(cv, en, new Set(reported))?.events.map(({ spans }) => plainText(spans));
    };
    expect(events([{ ...talk, title: "On Some Things" }], [award])).toEqual([]);
    expect(events([{ ...talk, date: "2026-05-05" }], [{ ...award, date: "2026-03" }])).toEqual([]);
    expect(
      events(
        [talk, { ...talk, title: "On Others", date: "2026-06-01" }],
        [award, { ...award, title: "Another" }],
      ),
    ).toEqual(["On Others, A University", "Another"]);
  });

  test("are few in a mail, and the rest is counted", () => {
    const talks = Array.from({ length: 9 }, (_, index) => ({
      ...talk,
      title: `Talk ${index}`,
      date: `2026-01-0${index + 1}`,
    }));
    const edition = composeEdition(withEvents({ talks }), en, new Set());
    expect([edition?.events.length, edition?.moreEvents]).toEqual([5, 4]);
    expect(edition?.milestones.filter((key) => key.startsWith("talk:on:"))).toHaveLength(9);
  });

  test("before a day count as known in previews", () => {
    const cv = withEvents({
      publications: [{ ...accepted, id: "new" }],
      talks: [talk, { ...talk, title: "Old", date: "2024-01-01" }],
    });
    expect(composeEdition(cv, en, milestonesBefore(cv, "2025-01-01"))?.events).toHaveLength(1);
  });
});

describe("topics", () => {
  const about = (id: string, topics: string[]): WorkInput => ({
    ...preprint,
    id,
    title: id,
    topics,
  });
  const cv = record([
    about("a", ["Sparsity"]),
    about("b", ["Language models", "sparsity"]),
    about("c", ["Vision"]),
    about("d", []),
  ]);

  test("choose works, whatever their case, and let through what names none", () => {
    expect(composeEdition(cv, en, new Set(), ["sparsity"])?.works.map(({ id }) => id)).toEqual([
      "a",
      "b",
      "d",
    ]);
    expect(
      composeEdition(record([about("c", ["Vision"])]), en, new Set(), ["sparsity"]),
    ).toBeUndefined();
    expect(composeEdition(cv, en, new Set(), ["nothing"])?.works.map(({ id }) => id)).toEqual([
      "d",
    ]);
  });

  test("a chosen edition announces only what it reports", () => {
    expect(composeEdition(cv, en, new Set(), ["vision"])?.milestones).toEqual([
      "c:appeared",
      "d:appeared",
    ]);
  });

  test("are listed with the most frequent first", () => {
    expect(listTopics(cv)).toEqual([
      { name: "Sparsity", works: 2 },
      { name: "Language models", works: 1 },
      { name: "Vision", works: 1 },
    ]);
    expect(listTopics(record([]))).toEqual([]);
  });
});
