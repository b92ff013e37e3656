import { describe, expect, test } from "vitest";
import { crossCheck } from "./cross-check.ts";
import { Cv, type CvInput } from "../cv.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const work = (rest: Partial<WorkInput> = {}): WorkInput => ({
  id: "one",
  title: "One",
  authors: ["Ada Example", "Grace Sample"],
  appearances: [{ kind: "conference", venue: "icex" }],
  ...rest,
});

/** Faults of a record that is right but for what is given, as `path: message`. */
function faultsOf(rest: Partial<CvInput>): string[] {
  const sound: CvInput = {
    profile: { id: "ada", name: "Ada Example" },
    people: [{ id: "grace", name: "Grace Sample" }],
    venues: [{ id: "icex", name: "International Conference on Examples", kind: "conference" }],
    publications: [work()],
  };
  return crossCheck(Cv.parse({ ...sound, ...rest })).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

const appearanceFaults = (appearance: WorkInput["appearances"][number]) =>
  faultsOf({ publications: [work({ appearances: [appearance] })] });

test("a sound record has no faults", () => {
  expect(faultsOf({})).toEqual([]);
});

describe("ids", () => {
  test("one id stands for one entry of a list, and nobody has the owner's", () => {
    expect(faultsOf({ publications: [work(), work({ title: "Two" })] })).toEqual([
      'publications.1.id: "one" is used twice; an id stands for one thing only',
    ]);
    expect(faultsOf({ people: [{ id: "ada", name: "Grace Sample" }] })).toEqual([
      'people.0.id: "ada" is used twice; an id stands for one thing only',
    ]);
    const venue = { id: "icex", name: "Conference", kind: "conference" as const };
    expect(faultsOf({ venues: [venue, venue] })).toHaveLength(1);
    expect(
      faultsOf({
        variants: [
          { id: "full", title: "A" },
          { id: "full", title: "B" },
        ],
      }),
    ).toEqual(['variants.1.id: "full" is used twice; an id stands for one thing only']);
  });

  test("an id may serve in two lists", () => {
    expect(faultsOf({ variants: [{ id: "icex", title: "A" }] })).toEqual([]);
  });

  test("references lead somewhere", () => {
    expect(appearanceFaults({ kind: "conference", venue: "icxe" })).toEqual([
      'publications.0.appearances.0.venue: "icxe" is not an id in venues; did you mean icex?',
    ]);
    expect(appearanceFaults({ kind: "conference", venue: "ices" })).toEqual([
      'publications.0.appearances.0.venue: "ices" is not an id in venues; did you mean icex?',
    ]);
    expect(
      faultsOf({ variants: [{ id: "short", title: "Short", works: { ids: ["one", "onee"] } }] }),
    ).toEqual(['variants.0.works.ids.1: "onee" is not an id in publications; did you mean one?']);
  });

  test.each<Partial<CvInput>>([
    {
      education: [
        {
          degree: "D",
          institution: { name: "I" },
          period: { start: "2020" },
          supervisors: [{ name: "G", person: "grce" }],
        },
      ],
    },
    {
      positions: [
        {
          title: "T",
          institution: { name: "I" },
          period: { start: "2020" },
          hosts: [{ name: "G", person: "grce" }],
        },
      ],
    },
    {
      positions: [
        {
          title: "T",
          institution: { name: "I" },
          period: { start: "2020" },
          supervisors: [{ name: "G", person: "grce" }],
        },
      ],
    },
    {
      grants: [
        {
          title: "T",
          funders: ["F"],
          amount: { value: 1, currency: "EUR" },
          period: { start: "2020" },
          role: "pi",
          coInvestigators: [{ name: "G", person: "grce" }],
        },
      ],
    },
    { talks: [{ title: "T", date: "2020", organisers: [{ name: "G", person: "grce" }] }] },
    {
      mentees: [
        {
          names: [{ name: "G", person: "grce" }],
          level: "phd",
          institution: "I",
          period: { start: "2020" },
        },
      ],
    },
    { publications: [work({ authors: ["Ada Example", { name: "G", person: "grce" }] })] },
  ])("people are looked up wherever a name stands: %j", (rest) => {
    expect(faultsOf(rest)).toEqual([
      expect.stringMatching(
        /\.0\.person: "grce" is not an id in people; did you mean grace\?$|\.1\.person: "grce" is not an id in people; did you mean grace\?$/,
      ),
    ]);
  });
});

describe("names", () => {
  const kims = [
    { id: "kim-1", name: "Kim Namesake" },
    { id: "kim-2", name: "Kim N.", aliases: ["Kim Namesake"] },
  ];

  test("namesakes may be listed; to print their name without an id is a fault", () => {
    expect(faultsOf({ people: kims })).toEqual([]);
    expect(
      faultsOf({
        people: kims,
        publications: [
          work({ authors: ["Ada Example", { name: "Kim Namesake", person: "kim-2" }, "Kim N."] }),
        ],
      }),
    ).toEqual(['publications.0.authors.2: "Kim N." is listed already, as "Kim Namesake"']);
    expect(
      faultsOf({
        people: kims,
        talks: [{ title: "T", date: "2020", organisers: ["Kim Namesake"] }],
      }),
    ).toEqual([
      'talks.0.organisers.0: "Kim Namesake" is a name of kim-1 and of kim-2; say who is meant: { name: Kim Namesake, person: kim-1 }',
    ]);
  });

  test("the owner is among the authors, by name or alias", () => {
    expect(faultsOf({ publications: [work({ authors: ["Grace Sample"] })] })).toEqual([
      "publications.0.authors: Ada Example is not among the authors; write the name as in the profile, or add the printed form to profile.aliases",
    ]);
    expect(
      faultsOf({
        profile: { id: "ada", name: "Ada Example", aliases: ["A. Example"] },
        publications: [work({ authors: ["A. Example"] })],
      }),
    ).toEqual([]);
  });

  test("each author stands once, whatever the printed form", () => {
    expect(faultsOf({ publications: [work({ authors: ["Ada Example", "Bo", "Bo"] })] })).toEqual([
      expect.stringMatching(/^publications\.0\.authors\.2: "Bo" is listed twice/),
    ]);
    expect(
      faultsOf({
        people: [{ id: "grace", name: "Grace Sample", aliases: ["G. Sample"] }],
        publications: [work({ authors: ["Ada Example", "Grace Sample", "G. Sample"] })],
      }),
    ).toEqual(['publications.0.authors.2: "G. Sample" is listed already, as "Grace Sample"']);
  });

  test("two namesakes told apart by id are two authors", () => {
    expect(
      faultsOf({
        people: kims,
        publications: [
          work({
            authors: [
              "Ada Example",
              { name: "Kim Namesake", person: "kim-1" },
              { name: "Kim Namesake", person: "kim-2" },
            ],
          }),
        ],
      }),
    ).toEqual([]);
  });

  test("equal contributors are authors, as printed", () => {
    expect(
      faultsOf({ publications: [work({ equalContribution: [["Ada Example", "Grace Simple"]] })] }),
    ).toEqual([
      'publications.0.equalContribution.0.1: "Grace Simple" is not printed among the authors of this work; did you mean Grace Sample?',
    ]);
  });
});

describe("appearances", () => {
  test.each(["conference", "journal", "thesis"] as const)(
    "a %s needs a venue unless it is under review",
    (kind) => {
      expect(appearanceFaults({ kind })).toEqual([
        `publications.0.appearances.0: a ${kind} that is not under review needs a venue`,
      ]);
      expect(appearanceFaults({ kind, status: "accepted" })).toHaveLength(1);
      expect(appearanceFaults({ kind, status: "under-review" })).toEqual([]);
    },
  );

  test("a preprint needs none", () => {
    expect(appearanceFaults({ kind: "preprint" })).toEqual([]);
  });

  test("a workshop has a name, and only a workshop has", () => {
    expect(appearanceFaults({ kind: "workshop", venue: "icex" })).toEqual([
      "publications.0.appearances.0: a workshop appearance needs the name of the workshop",
    ]);
    expect(appearanceFaults({ kind: "conference", venue: "icex", workshop: "W" })).toEqual([
      "publications.0.appearances.0.workshop: only an appearance of kind workshop has one; this is a conference",
    ]);
  });
});

describe("entries", () => {
  const held = (period: { start: string; end?: string }) => ({
    title: "T",
    institution: { name: "I" },
    period,
  });

  test("periods do not end before they start", () => {
    expect(faultsOf({ positions: [held({ start: "2024-02", end: "2024-01" })] })).toEqual([
      "positions.0.period: ends (2024-01) before it starts (2024-02)",
    ]);
    expect(
      faultsOf({
        positions: [
          held({ start: "2024-02", end: "2024" }),
          held({ start: "2024", end: "present" }),
          held({ start: "2024" }),
        ],
      }),
    ).toEqual([]);
  });

  test("a variant's window is ordered", () => {
    expect(
      faultsOf({ variants: [{ id: "v", title: "V", since: "2024", until: "2023-12" }] }),
    ).toEqual(["variants.0.until: 2023-12 is before since (2024)"]);
  });

  test("works that are selected exist", () => {
    expect(faultsOf({ publications: [work({})], settings: { selected: ["one", "onne"] } })).toEqual(
      ['settings.selected.1: "onne" is not an id in publications; did you mean one?'],
    );
  });

  test("a talk says what, in which series or where; a total of grants says in which currency", () => {
    expect(
      faultsOf({
        talks: [
          { date: "2024", place: "Sampletown" },
          { date: "2024", series: "S" },
        ],
      }),
    ).toEqual(["talks.0: a talk needs a title, a series or a host"]);
    expect(faultsOf({ figures: [{ measure: "grants-total", value: 1, source: "S" }] })).toEqual([
      "figures.0: grants-total needs a currency, such as USD",
    ]);
  });
});
