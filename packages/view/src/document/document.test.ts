import { Cv, type CvInput, type Variant } from "@triptych/schema";
import { en } from "@triptych/words";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeDocument } from "./document.ts";
import { listVariants, narrowVariant } from "./selection/variant.ts";
import { plainText } from "../text/span.ts";

const record = (rest: Partial<CvInput>): Cv =>
  Cv.parse({ profile: { name: "Ada Example", ...rest.profile }, ...rest });

/** All text of one section, a line each, with plain spaces. */
function read(cv: Cv, section: string, variant?: Variant): string[] {
  const found = composeDocument(cv, en, variant).sections.find(
    (candidate) => candidate.id === section,
  );
  const entries = found?.groups.flatMap((group) => [
    group.title,
    ...group.entries.flatMap((entry) => [
      entry.rail,
      ...entry.lines.map((line) => plainText(line.spans)),
    ]),
  ]);
  return [...(found?.intro.map((line) => plainText(line.spans)) ?? []), ...(entries ?? [])]
    .map((text) => text.replaceAll("\u00a0", " "))
    .filter((text) => text !== "");
}

test("a name and nothing else makes a document without sections", () => {
  const document = composeDocument(Cv.parse({ profile: { name: "Ada Example" } }), en);
  expect(document.sections).toEqual([]);
  expect(document.header).toEqual({
    name: "Ada Example",
    roles: [],
    positions: [],
    interests: [],
    interestSentence: [],
    contacts: [],
  });
});

describe("how entries read", () => {
  test("grants show both amounts, the role and the partners, and say when they were declined", () => {
    const cv = record({
      grants: [
        {
          title: "Fellowship",
          funders: ["Society", "Academy"],
          amount: { value: 394851, currency: "GBP" },
          equivalent: { value: 90431.5, currency: "USD" },
          period: { start: "2024-01", end: "2027-01" },
          role: "pi",
          coInvestigators: ["B", "C"],
          declined: true,
        },
      ],
      figures: [{ measure: "grants-total", value: 1272177, currency: "USD", source: "CV" }],
    });
    expect(read(cv, "grants")).toEqual([
      "Reported: $1,272,177 in grants (CV)",
      "Jan 2024 – Jan 2027",
      "Fellowship (declined)",
      "Society & Academy, £394,851 ($90,431.50)",
      "Principal investigator, with B, C",
    ]);
  });

  test("a tutorial that was organised is listed in both places and typed once", () => {
    const cv = record({
      tutorials: [
        {
          title: "Sparsity",
          event: "ICASSP 2024",
          place: "Seoul",
          date: "2024-04",
          roles: ["co-organiser", "presenter"],
          minutes: 75,
        },
        { title: "Given", event: "VITA", date: "2023-09", roles: ["presenter"] },
      ],
    });
    expect(read(cv, "teaching")).toEqual([
      "Tutorials given",
      "Apr 2024",
      "“Sparsity”",
      "ICASSP 2024, Seoul. Co-organiser and presenter, 75 minutes",
      "Sep 2023",
      "“Given”",
      "VITA. Presenter",
    ]);
    expect(read(cv, "organisation")).toEqual([
      "Tutorials",
      "Apr 2024",
      "“Sparsity”, ICASSP 2024, Seoul",
    ]);
  });

  test("service is one entry a year", () => {
    const cv = record({
      service: [
        { year: "2023", kind: "area-chair", venues: ["ICIP"] },
        { year: "2023", kind: "journal-reviewer", venues: ["JMLR", "TPAMI"] },
      ],
    });
    expect(read(cv, "service")).toEqual([
      "2023",
      "Area chair: ICIP",
      "Journal reviewer: JMLR, TPAMI",
    ]);
  });

  test("reported figures keep their date, also as it was printed", () => {
    const cv = record({
      publications: [
        { id: "one", title: "One", authors: ["Ada Example"], appearances: [{ kind: "preprint" }] },
      ],
      figures: [
        { measure: "works", value: 61, source: "CV" },
        {
          measure: "citations",
          value: 1173,
          asOf: "2024-07-09",
          asOfPrinted: "07-09-2024",
          source: "CV",
        },
        {
          measure: "h-index",
          value: 19,
          asOf: "2024-07-09",
          asOfPrinted: "07-09-2024",
          source: "CV",
        },
      ],
    });
    expect(read(cv, "publications").slice(0, 2)).toEqual([
      "Reported: 61 papers (CV)",
      "Reported as of 9 Jul 2024 (printed 07-09-2024): 1,173 citations, h-index 19 (CV)",
    ]);
  });
});

test("ranks are said once for the venues in use", () => {
  const core = { rank: "A*" as const, edition: "ICORE2023" };
  const cv = record({
    venues: [
      { id: "icml", name: "Machine Learning", acronym: "ICML", kind: "conference", core },
      { id: "iclr", name: "Representations", acronym: "ICLR", kind: "conference", core },
      { id: "unused", name: "Unused", kind: "conference", core },
      { id: "ecml", name: "European", kind: "conference", core: { ...core, rank: "A" } },
    ],
    publications: ["icml", "ecml", "iclr"].map((venue) => ({
      id: venue,
      title: venue,
      authors: ["Ada Example"],
      appearances: [{ kind: "conference" as const, venue }],
    })),
  });
  expect(read(cv, "publications")[0]).toBe("CORE ranks (ICORE2023): A* ICLR, ICML; A European");
});

describe("variants", () => {
  const cv = record({
    talks: [
      { host: "Late", date: "2024-06" },
      { host: "Early", date: "2022" },
    ],
    positions: [
      {
        title: "Fellow",
        institution: { name: "Oxford" },
        period: { start: "2020", end: "present" },
      },
    ],
    publications: [
      {
        id: "first",
        title: "First",
        authors: ["Ada Example", "B"],
        appearances: [{ kind: "conference", venue: "x", date: "2024", honours: ["oral"] }],
      },
      {
        id: "last",
        title: "Last",
        authors: ["B", "Ada Example"],
        appearances: [{ kind: "journal", date: "2020" }],
      },
    ],
    variants: [{ id: "short", title: "Short", sections: ["talks"] }],
  });
  const titles = (variant: Partial<Variant>) =>
    read(cv, "publications", { id: "v", title: "V", ...variant }).filter(
      (line) => line === "First" || line === "Last",
    );

  test("there is always a full one", () => {
    expect(listVariants(cv, en).map((variant) => variant.id)).toEqual(["full", "short"]);
  });

  test("sections are chosen and ordered", () => {
    expect(
      composeDocument(cv, en, {
        id: "v",
        title: "V",
        sections: ["publications", "talks"],
      }).sections.map((section) => section.id),
    ).toEqual(["publications", "talks"]);
  });

  test("a window keeps what may fall in it and what goes on", () => {
    expect(read(cv, "talks", { id: "v", title: "V", since: "2023" })).toEqual(["Jun 2024", "Late"]);
    expect(read(cv, "positions", { id: "v", title: "V", since: "2023" })).toContain("Fellow");
    expect(titles({ since: "2023" })).toEqual(["First"]);
    expect(titles({ until: "2021-05" })).toEqual(["Last"]);
  });

  test("any variant can be narrowed to a start, and keeps its own where that is later", () => {
    const narrowed = narrowVariant(
      { id: "v", title: "V", sections: ["talks"], since: "2020" },
      "2023-01-01",
      en,
    );
    expect(narrowed).toEqual({
      id: "v-since-2023-01-01",
      title: "V since 1\u00a0Jan\u00a02023",
      sections: ["talks"],
      since: "2023-01-01",
    });
    expect(read(cv, "talks", narrowed)).toEqual(["Jun 2024", "Late"]);
    const later: Variant = { id: "v", title: "V", since: "2024" };
    expect(narrowVariant(later, "2023-06", en)).toBe(later);
  });

  test("works are chosen by kind, honour, place of the owner, id and number", () => {
    expect(titles({ works: { kinds: ["journal"] } })).toEqual(["Last"]);
    expect(titles({ works: { honours: ["oral"] } })).toEqual(["First"]);
    expect(titles({ works: { author: ["last"] } })).toEqual(["Last"]);
    expect(titles({ works: { ids: ["first"] } })).toEqual(["First"]);
    expect(titles({ works: { atMost: 1 } })).toEqual(["First"]);
  });
});

test("ids of entries and groups are unique, whatever the titles", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("A", "a-2", "a", "B", "Ä", "数"), { maxLength: 12 }),
      (hosts) => {
        const document = composeDocument(
          record({ talks: hosts.map((host) => ({ host, date: "2024" })) }),
          en,
        );
        const ids = document.sections.flatMap((section) =>
          section.groups.flatMap((group) => [group.id, ...group.entries.map((entry) => entry.id)]),
        );
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});
