import { Cv, type CvInput } from "@triptych/schema";

const TOKEN = "Supercalifragilistic".repeat(10);
const SENTENCE =
  "Sparse training keeps most weights at zero and still learns, which this long paragraph repeats until it no longer fits on a page.";

const CROWD = Array.from({ length: 300 }, (_, index) => `Author${index} Familyname${index}`);

const VENUES: NonNullable<CvInput["venues"]> = [
  {
    id: "cosc",
    name: "Conference on Sample Cases",
    acronym: "COSC",
    kind: "conference",
    url: "https://cosc.example.org",
  },
];

/** A short record of nobody with headings, numbers, links and a chart. */
export const SMALL_RECORD = Cv.parse({
  profile: {
    name: "Ada Example",
    emails: ["ada@example.org"],
    links: [{ site: "github", url: "https://github.com/ada-example" }],
    interests: ["Samples & <tags>"],
  },
  education: [
    {
      degree: "PhD",
      institution: { name: "Sample University" },
      period: { start: "2015-09", end: "2019-08" },
    },
  ],
  positions: [
    {
      title: "Sampler",
      institution: { name: "Sample Institute" },
      period: { start: "2020", end: "present" },
    },
  ],
  venues: VENUES,
  publications: [
    {
      id: "first-sample",
      title: "A First Sample",
      authors: ["Ada Example", "Bob Specimen"],
      appearances: [{ kind: "conference", venue: "cosc", date: "2021", doi: "10.1000/first" }],
    },
    {
      id: "second-sample",
      title: "A Second Sample",
      authors: ["Bob Specimen", "Ada Example"],
      appearances: [{ kind: "preprint", date: "2022-03", arxiv: "2203.00001" }],
    },
  ],
  figures: [{ measure: "citations", value: 12, asOf: "2023-04-05", source: "A sample index" }],
} satisfies CvInput);

/** A name and nothing else. */
export const MINIMAL_RECORD = Cv.parse({ profile: { name: "Ada Example" } } satisfies CvInput);

/**
 * What breaks layouts: a very long title, very many authors, a word wider than its column, an entry
 * longer than a page.
 */
export const HOSTILE_RECORD = Cv.parse({
  profile: {
    name: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Example",
    emails: [`${"a".repeat(60)}@${"long-label-".repeat(5)}x.example.org`],
  },
  positions: [
    {
      title: "Sampler of Everything That Has a Long Name and Does Not Fit on One Line",
      institution: { name: TOKEN },
      period: { start: "2020", end: "present" },
    },
  ],
  venues: VENUES,
  talks: [{ title: TOKEN, host: "Office of Efficient Affiliations", date: "2021" }],
  tutorials: [
    {
      title: "A Tutorial",
      event: "COSC 2021",
      date: "2021",
      roles: ["presenter"],
      description: Array.from({ length: 60 }, () => SENTENCE).join(" "),
    },
  ],
  publications: [
    {
      id: "long-title",
      title: "An Extremely Long Title ".repeat(17).slice(0, 400).trim(),
      authors: ["Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Example"],
      appearances: [{ kind: "conference", venue: "cosc", date: "2021" }],
    },
    {
      id: "many-authors",
      title: "Many Hands",
      authors: CROWD,
      appearances: [
        {
          kind: "conference",
          venue: "cosc",
          date: "2021",
          doi: `10.1000/${"suffix.".repeat(12)}1`,
        },
      ],
    },
    {
      id: "many-equals",
      title: "Many Equal Hands",
      authors: CROWD,
      equalContribution: [CROWD.slice(0, 60)],
      appearances: [{ kind: "conference", venue: "cosc", date: "2020" }],
    },
    {
      id: "one-word",
      title: `Before ${TOKEN} after`,
      authors: [TOKEN],
      appearances: [
        {
          kind: "preprint",
          date: "2020",
          links: [{ type: "paper", url: `https://example.org/${TOKEN}` }],
        },
      ],
    },
    {
      id: "after-all",
      title: "After All",
      authors: ["Bob Specimen"],
      appearances: [{ kind: "preprint", date: "2019" }],
    },
  ],
} satisfies CvInput);
