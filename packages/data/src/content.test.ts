import { createRoster, type Cv, orderWorks, type Work } from "@triptych/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { contentFolder } from "./content-folder.ts";
import { loadCv, type LoadResult } from "./load-cv.ts";

/**
 * Read from the CV by hand: for [1] to [61] the number of authors, the owner's place among them,
 * and the year printed (0: none).
 */
const AUTHOR_COUNTS = [
  8, 10, 10, 5, 7, 8, 9, 6, 9, 7, 9, 12, 10, 4, 4, 7, 6, 7, 9, 5, 5, 8, 5, 9, 4, 7, 5, 2, 6, 11, 7,
  7, 7, 9, 10, 4, 4, 8, 1, 3, 3, 4, 8, 6, 5, 5, 8, 7, 4, 8, 7, 7, 7, 7, 10, 8, 8, 4, 6, 7, 1,
];
const OWNER_PLACES = [
  7, 10, 10, 3, 6, 7, 2, 2, 8, 4, 8, 7, 10, 2, 3, 3, 4, 3, 2, 3, 2, 8, 2, 1, 2, 1, 4, 1, 2, 11, 4,
  7, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 4, 3, 1, 1, 8, 5, 4, 7, 4, 4, 4, 3, 4, 3, 3, 4, 2, 4, 1,
];
const YEARS = [
  2024, 2024, 2024, 2024, 2024, 2024, 2024, 2024, 2024, 2024, 2024, 2024, 2023, 2023, 2023, 2023,
  2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2022, 2022, 2022,
  2022, 2022, 2021, 2021, 2021, 2020, 2020, 2019, 2020, 0, 2023, 0, 2021, 2021, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 2022, 0, 2022,
];
const SECTIONS = {
  education: 3,
  positions: 3,
  awards: 13,
  grants: 5,
  talks: 21,
  courses: 1,
  tutorials: 4,
  mentees: 10,
  service: 12,
  organisation: 8,
  media: 4,
  publications: 61,
  figures: 10,
};

let result: LoadResult;
let cv: Cv;
let works: Work[];
beforeAll(async () => {
  result = await loadCv(contentFolder(undefined, "."));
  if (result.kind === "faulty")
    throw new Error(`the record is faulty: ${JSON.stringify(result.faults)}`);
  cv = result.cv;
  works = orderWorks(cv);
});

const numbersOf = (isMeant: (work: Work) => boolean) =>
  works.flatMap((work, index) => (isMeant(work) ? [index + 1] : []));
const numbersWith = (honour: Work["appearances"][number]["honours"][number]) =>
  numbersOf(({ appearances }) => appearances.some(({ honours }) => honours.includes(honour)));

test("the record is valid and disagrees with the CV's own summary in four figures, for the reasons given", () => {
  expect(result.warnings.map(({ path, message }) => `${path} ${message}`)).toEqual([
    "figures[3] journal-papers is reported as 7, the record gives 5, counting works in a journal and not under review: [42]-[46]",
    "figures[4] first-author-papers is reported as 19, the record gives 15, counting works that print the owner as first author: [24], [26], [28], [33]-[40], [42], [45], [46], [61]",
    "figures[5] last-author-papers is reported as 8, the record gives 9, counting works that print the owner as last of several authors: [2], [3], [13], [22], [30], [32], [47], [49], [58]",
    "figures[9] grants-total is reported as 1,272,177, the record gives 952,177.5, counting grants in USD or with an equivalent in it, without those declined: 481,746 (Newton International Fellowship Award), 90,431.5 (NWO Grants for Computing Time), 160,000 (IFML Postdoctoral Fellowship), 220,000 (NWO Grants for Computing Time)",
  ]);
});

describe("every entry of the CV is there", () => {
  test.each(Object.entries(SECTIONS))("%s: %i", (section, count) =>
    expect(Object.entries(cv).find(([key]) => key === section)?.[1]).toHaveLength(count),
  );

  test("students, reviewing and interests", () => {
    expect(cv.mentees.flatMap(({ names }) => names)).toHaveLength(14);
    expect(
      ["phd", "master", "undergraduate"].map(
        (level) => cv.mentees.filter((mentee) => mentee.level === level).length,
      ),
    ).toEqual([7, 2, 1]);
    expect(cv.service.map(({ year, kind, venues }) => `${year} ${kind} ${venues.length}`)).toEqual([
      "2024 conference-reviewer 6",
      "2024 journal-reviewer 3",
      "2023 area-chair 1",
      "2023 conference-reviewer 8",
      "2023 journal-reviewer 3",
      "2022 area-chair 1",
      "2022 conference-reviewer 5",
      "2022 journal-reviewer 1",
      "2021 conference-reviewer 4",
      "2021 journal-reviewer 1",
      "2020 conference-reviewer 2",
      "2020 journal-reviewer 1",
    ]);
    expect(cv.profile.interests).toHaveLength(4);
  });

  test("nothing that was lost or never there is stated: no links, abstracts, topics or identifiers but one", () => {
    const appearances = cv.publications.flatMap((work) => work.appearances);
    expect(
      appearances
        .flatMap(({ doi, arxiv, links }) => [doi, arxiv, ...links])
        .filter((value) => value !== undefined),
    ).toEqual(["2201.11380"]);
    expect(
      cv.publications.filter(({ abstract, topics }) => abstract !== undefined || topics.length > 0),
    ).toEqual([]);
    expect(
      [
        ...cv.awards,
        ...cv.grants,
        ...cv.talks,
        ...cv.courses,
        ...cv.tutorials,
        ...cv.organisation,
        ...cv.media,
        ...cv.people,
      ].filter(({ url }) => url !== undefined),
    ).toEqual([]);
    expect(cv.profile).toMatchObject({
      emails: ["shiwei.liu@maths.ox.ac.uk", "s.liu3@tue.nl"],
      links: [],
    });
    expect(cv.profile.orcid).toBeUndefined();
  });
});

describe("the publications are those of the CV, number by number", () => {
  test("authors, the owner's place among them, and years", () => {
    const { isOwner } = createRoster(cv);
    expect(works.map(({ authors }) => authors.length)).toEqual(AUTHOR_COUNTS);
    expect(works.map(({ authors }) => authors.findIndex(isOwner) + 1)).toEqual(OWNER_PLACES);
    expect(works.map(({ appearances }) => Number(appearances[0]?.date ?? 0))).toEqual(YEARS);
  });

  test("kinds: [1]-[41] conferences and workshops, [42]-[46] journals, [47]-[60] preprints, [61] the thesis", () => {
    const first = (...kinds: string[]) =>
      numbersOf(({ appearances }) => kinds.includes(appearances[0]?.kind ?? ""));
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(first("conference", "workshop")).toEqual(range(1, 41));
    expect(first("workshop")).toEqual([18, 28, 40]);
    expect(first("journal")).toEqual(range(42, 46));
    expect(first("preprint")).toEqual(range(47, 60));
    expect(first("thesis")).toEqual([61]);
    expect(
      numbersOf(({ appearances }) => appearances.some(({ status }) => status === "under-review")),
    ).toEqual([...range(47, 58), 60]);
  });

  test("venues of the conferences", () => {
    const venues = [
      "interspeech",
      "icml",
      "mlsys",
      "iclr",
      "cpal",
      "neurips",
      "iccv",
      "ecml-pkdd",
      "aaai",
      "log",
      "uai",
      "ijcai",
      "ecoc",
    ];
    const numbers = venues.map((venue) =>
      numbersOf(
        ({ appearances }) =>
          appearances[0]?.venue === venue && appearances[0].kind === "conference",
      ),
    );
    expect(numbers).toEqual([
      [1, 2],
      [3, 4, 5, 6, 7, 21, 22, 23, 36, 37],
      [8],
      [9, 10, 11, 24, 25, 26, 27, 33, 34],
      [12],
      [13, 14, 15, 16, 31, 35],
      [17],
      [19, 20, 38],
      [29],
      [30],
      [32],
      [39],
      [41],
    ]);
  });

  test("honours and equal contribution", () => {
    expect(numbersWith("oral")).toEqual([21, 25, 30]);
    expect(numbersWith("spotlight")).toEqual([12, 13, 26, 27, 28]);
    expect(numbersWith("best-paper")).toEqual([30]);
    expect(
      works.flatMap(({ equalContribution }, index) =>
        equalContribution.map((group) => `[${index + 1}] ${group.join(", ")}`),
      ),
    ).toEqual([
      "[8] Zhenyu Zhang, Shiwei Liu",
      "[19] Tianjin Huang, Shiwei Liu",
      "[26] Shiwei Liu, Tianlong Chen",
      "[29] Lu Yin, Shiwei Liu",
    ]);
  });

  test("[13] appeared at NeurIPS 2023 and was a spotlight at a workshop of ICLR 2023", () => {
    expect(works[12]).toMatchObject({
      id: "channel-level-sparsity",
      appearances: [
        { kind: "conference", venue: "neurips", date: "2023", honours: [] },
        {
          kind: "workshop",
          venue: "iclr",
          workshop: "SNN Workshop",
          date: "2023",
          honours: ["spotlight"],
        },
      ],
    });
  });
});

test("people with several printed names are one, and namesakes by sound are two", () => {
  const { resolve } = createRoster(cv);
  const who = (name: string) => resolve(name);
  for (const [form, name] of [
    ["Ajay Jaiswal", "Ajay Kumar Jaiswal"],
    ["Decebal Mocanu", "Decebal Constantin Mocanu"],
    ["Zhangyang (Atlas) Wang", "Zhangyang Wang"],
    ["Fang Meng", "Meng Fang"],
  ] as const) {
    expect(who(form)).toMatchObject({ kind: "person" });
    expect(who(form)).toEqual(who(name));
  }
  expect(who("Tianjin Huang")).not.toEqual(who("Tiansheng Huang"));
});
