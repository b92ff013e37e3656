import { Cv, type CvInput } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { composeDocument } from "../document.ts";
import { composeSectionPages } from "../../site/section-page.ts";
import { plainText } from "../../text/span.ts";

/** The lines of a section with plain spaces, the rail before the first. */
function read(input: Partial<CvInput>, section: string): string[] {
  const cv = Cv.parse({ profile: { name: "Ada Example" }, ...input });
  const found = composeDocument(cv, en).sections.find(({ id }) => id === section);
  const entries = found?.groups.flatMap((group) => group.entries) ?? [];
  return entries
    .flatMap(({ rail, lines }) => [
      ...(rail === "" ? [] : [rail]),
      ...lines.map(({ spans }) => plainText(spans)),
    ])
    .map((text) => text.replaceAll("\u00a0", " "));
}

test("exhibitions say where, of what form, whether as curator, and with whom", () => {
  const hats = {
    title: "Hats",
    form: "solo" as const,
    role: "curator" as const,
    institution: "Museum",
    place: "Nowhere",
    partners: ["Bob"],
  };
  const exhibitions = [
    { ...hats, period: { start: "2024-03", end: "2024-06" } },
    { title: "Caps", institution: "Gallery", period: { start: "2022" } },
  ];
  expect(read({ exhibitions }, "exhibitions")).toEqual([
    "Mar 2024 – Jun 2024",
    "Hats, Museum, Nowhere, solo exhibition, as curator. With Bob",
    "2022",
    "Caps, Gallery",
  ]);
});

test("projects, consulting, certificates, memberships, skills and languages", () => {
  const period = { start: "2020", end: "present" };
  expect(
    read(
      {
        projects: [
          { title: "Loom", role: "Author", period, description: "A loom", highlights: ["Woven"] },
        ],
      },
      "projects",
    ),
  ).toEqual(["2020 – present", "Loom", "Author", "A loom", "Woven"]);
  expect(
    read({ consulting: [{ client: "Ministry", title: "Hats", period }] }, "consulting"),
  ).toEqual(["2020 – present", "Ministry, Hats"]);
  expect(
    read(
      { certificates: [{ title: "Sewer", body: "Guild", date: "2021", expires: "2027" }] },
      "certificates",
    ),
  ).toEqual(["2021", "Sewer, Guild, valid until 2027"]);
  expect(
    read({ memberships: [{ body: "Academy", role: "Fellow", period }] }, "memberships"),
  ).toEqual(["2020 – present", "Academy, Fellow"]);
  expect(
    read({ skills: [{ area: "Sewing", skills: ["hem", "stitch"], level: "well" }] }, "skills"),
  ).toEqual(["Sewing, well. hem, stitch"]);
  expect(
    read(
      {
        languages: [
          { language: "Latin", level: "c1", note: "reading only" },
          { language: "Hattic" },
        ],
      },
      "languages",
    ),
  ).toEqual(["Latin, C1, reading only", "Hattic"]);
});

test("references are named, or available on request, and a window of time leaves them in", () => {
  expect(
    read(
      {
        references: [
          {
            name: { name: "Bob", title: "Prof." },
            position: "Head",
            email: "bob@example.org",
            statement: "Good",
          },
        ],
      },
      "references",
    ),
  ).toEqual(["Prof. Bob", "Head", "bob@example.org", "“Good”"]);
  expect(read({ settings: { referencesOnRequest: true } }, "references")).toEqual([
    "Available on request",
  ]);
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    settings: { referencesOnRequest: true },
  });
  expect(
    composeDocument(cv, en, { id: "new", title: "New", since: "2030" }).sections.map(
      ({ id }) => id,
    ),
  ).toEqual(["references"]);
});

test("three sections of one page are named with commas", () => {
  const date = "2020";
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    awards: [{ title: "A", date }],
    grants: [{ title: "G", funders: ["F"], period: { start: date } }],
    certificates: [{ title: "C", date }],
  });
  expect(composeSectionPages(cv, en).map(({ title }) => title)).toEqual([
    "Awards and honours, grants and licences and certificates",
  ]);
});

const institution = { name: "University of Nowhere" };
const period = { start: "2020", end: "2024" };

test("the owner’s words keep their case, wherever they stand", () => {
  const interests = ["Medieval law", "Roman law", "Gaussian processes", "iPS cells", "Édition"];
  const cv = Cv.parse({
    profile: { name: "Ada Example", interests },
    mentees: [
      { names: ["B"], level: "phd", role: "PI and DPhil supervisor", institution: "U", period },
    ],
  });
  const { header, sections } = composeDocument(cv, en);
  expect(plainText(header.interestSentence)).toBe(
    "Medieval law; Roman law; Gaussian processes; iPS cells; Édition.",
  );
  expect(JSON.stringify(sections)).toContain("U, PI and DPhil supervisor");
});

test("one is one: a supervisor, a minute, a thesis", () => {
  const degree = { degree: "PhD", institution, period };
  expect(read({ education: [{ ...degree, supervisors: ["Bob"] }] }, "education")).toContain(
    "Supervisor: Bob",
  );
  expect(read({ education: [{ ...degree, supervisors: ["B", "C"] }] }, "education")).toContain(
    "Supervisors: B, C",
  );
  const tutorial = { title: "T", event: "E", date: "2024", roles: ["presenter" as const] };
  expect(read({ tutorials: [{ ...tutorial, minutes: 1 }] }, "teaching")).toContain(
    "E. Presenter, 1 minute",
  );
});

test("what ends in a full stop gets no second one", () => {
  expect(
    read(
      {
        exhibitions: [
          {
            title: "Hats",
            institution: "Acme Inc.",
            period: { start: "2024" },
            partners: ["Bo Jr."],
          },
        ],
      },
      "exhibitions",
    ),
  ).toContain("Hats, Acme Inc. With Bo Jr.");
  const cv = Cv.parse({ profile: { name: "A", interests: ["Hats", "Caps etc."] } });
  expect(plainText(composeDocument(cv, en).header.interestSentence)).toBe("Hats; Caps etc.");
});

type Appearance = NonNullable<CvInput["publications"]>[number]["appearances"][number];

test.each<[string, Appearance[], string[]]>([
  [
    "a manuscript is no journal article",
    [
      { kind: "journal", venue: "weekly", status: "under-review" },
      { kind: "journal", venue: "weekly", date: "2020" },
    ],
    ["Journal articles", "Under review"],
  ],
  ["preprints alone", [{ kind: "preprint" }], ["Preprints"]],
  [
    "preprints, and a book under review",
    [{ kind: "preprint" }, { kind: "book", status: "under-review" }],
    ["Preprints and under review"],
  ],
  ["a pending patent is a patent", [{ kind: "patent", status: "under-review" }], ["Patents"]],
  ["conference papers alone", [{ kind: "conference", venue: "c" }], ["Conference papers"]],
  ["workshops alone", [{ kind: "workshop", workshop: "W", venue: "c" }], ["Workshop papers"]],
  [
    "both",
    [
      { kind: "conference", venue: "c" },
      { kind: "workshop", workshop: "W", venue: "c" },
    ],
    ["Conference and workshop papers"],
  ],
  [
    "two theses",
    [
      { kind: "thesis", venue: "u" },
      { kind: "thesis", venue: "u" },
    ],
    ["PhD theses"],
  ],
])(
  "headings of publications say what is below them, and never that it was reviewed: %s",
  (_what, appearances, titles) => {
    const publications = appearances.map((appearance, index) => ({
      id: `w-${index}`,
      title: "W",
      authors: ["Ada Example"],
      appearances: [appearance],
    }));
    const { sections } = composeDocument(
      Cv.parse({ profile: { name: "Ada Example" }, publications }),
      en,
    );
    expect(sections.flatMap(({ groups }) => groups.map(({ title }) => title))).toEqual(titles);
  },
);

test("no word of the product claims a peer review", () =>
  expect(JSON.stringify(en)).not.toMatch(/peer/i));
