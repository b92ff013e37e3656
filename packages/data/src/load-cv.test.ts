import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatFault } from "./fault.ts";
import { loadCv, type LoadResult } from "./load-cv.ts";

type Files = Record<string, string | Uint8Array>;

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-content-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Faults as they are printed, with files seen from the content folder. */
function shownFrom(folder: string, result: LoadResult): string[] {
  return result.kind === "valid"
    ? []
    : result.faults.map((fault) =>
        formatFault({ ...fault, file: relative(folder, resolve(fault.file)) || "." }),
      );
}

async function load(
  files: Files,
): Promise<{ folder: string; result: LoadResult; faults: string[] }> {
  const folder = await mkdtemp(join(base, "case-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const result = await loadCv(folder);
  return { folder, result, faults: shownFrom(folder, result) };
}

const PROFILE = "profile: { name: Ada Example }\n";
const work = (id: string, appearance: string) =>
  `  - id: ${id}\n    title: T\n    authors: [Ada Example]\n    appearances: [${appearance}]\n`;

test("the parts of a record may stand in any files, and a valid one comes with their paths and its warnings", async () => {
  const { folder, result } = await load({
    "b.yml": PROFILE,
    "a.yaml": "figures:\n  - { measure: works, value: 2, source: CV }\n",
    "notes.txt": "not read",
  });
  expect(result).toMatchObject({
    kind: "valid",
    files: [join(folder, "a.yaml"), join(folder, "b.yml")],
  });
  expect(result.warnings).toEqual([
    {
      file: expect.stringMatching(/a\.yaml$/),
      line: 2,
      column: 5,
      path: "figures[0]",
      message: "works is reported as 2, the record gives 0, counting every publication: none",
    },
  ]);
});

test("files that nobody reads, and a file with nothing in it, are warned about", async () => {
  const { folder } = await load({
    "cv.yaml": PROFILE,
    "talks.yaml": " \n",
    "awards.yaml": "# yaml-language-server: $schema=cv.schema.json\n",
    "publications.yaml": "publications: []\n",
  });
  await mkdir(join(folder, "old"));
  await writeFile(join(folder, "old/grants.yaml"), "grants: []\n");
  await mkdir(join(folder, "pictures"));
  await mkdir(join(folder, ".editor"));
  await writeFile(join(folder, ".editor/state.yaml"), "x: 1\n");
  const result = await loadCv(folder);
  expect(result.kind).toBe("valid");
  expect(
    result.warnings.map(({ file, message }) => `${relative(folder, resolve(file))} ${message}`),
  ).toEqual([
    "awards.yaml holds nothing; was it emptied by mistake?",
    "old holds content files, which are not read there; move them up",
    "publications.yaml holds nothing; was it emptied by mistake?",
    "talks.yaml is empty; was it emptied by mistake?",
  ]);
});

describe("a fault", () => {
  test.each<[string, string, string]>([
    [
      "is told once for a date of a wrong form",
      "awards:\n  - { title: A, date: 2023-2-30 }\n",
      "x.yaml:2:23  awards[0].date  must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
    ],
    [
      "is told once for an end of a wrong form",
      "education:\n  - { degree: D, institution: { name: I }, period: { start: 2020, end: now } }\n",
      "x.yaml:2:72  education[0].period.end  must be a year, a month or a day (2024, 2024-06, 2024-06-12), or present. Write:\n  - { degree: D, institution: { name: I }, period: { start: 2020, end: present } }",
    ],
    [
      "is told once for an ORCID iD of a wrong form",
      "people:\n  - { id: bo, name: Bo, orcid: 0000 }\n",
      "x.yaml:2:32  people[0].orcid  must be an ORCID iD such as 0000-0002-1825-0097",
    ],
    [
      "stands where an entry of a list was left empty",
      "media:\n  - { title: T, outlet: O, date: 2024 }\n  -\n",
      "x.yaml:3:4  media[1]  is empty; write a group of keys or remove the entry",
    ],
    [
      "cannot end in an alias that leads back to itself",
      "talks: &t\n  - *t\n",
      "x.yaml:2:5  talks[0]  must be a group of keys, such as { title: …, series: … }",
    ],
  ])("%s", async (_, text, fault) =>
    expect((await load({ "profile.yaml": PROFILE, "x.yaml": text })).faults).toEqual([fault]),
  );
});

describe("what YAML would spoil is read as it was typed", () => {
  test("years, volumes, arXiv identifiers and titles that look like numbers or truth values", async () => {
    const { result } = await load({
      "x.yaml": `${PROFILE}venues:\n  - { id: j, name: true, kind: journal }\npublications:\n${work("one", "{ kind: journal, venue: j, date: 2024, volume: 12, issue: 0x10, pages: 1e3 }, { kind: preprint, arxiv: 2201.11380 }").replace("title: T", "title: 1984")}service:\n  - { year: 2020, kind: area-chair, venues: [0.10] }\n`,
    });
    expect(result).toMatchObject({
      kind: "valid",
      cv: {
        venues: [{ name: "true" }],
        publications: [
          {
            title: "1984",
            appearances: [
              { date: "2024", volume: "12", issue: "0x10", pages: "1e3" },
              { arxiv: "2201.11380" },
            ],
          },
        ],
        service: [{ year: "2020", venues: ["0.10"] }],
      },
    });
  });

  test("any arXiv identifier and any year, also behind an alias", async () => {
    const identifier = fc
      .tuple(fc.integer({ min: 701, max: 9912 }), fc.integer({ min: 0, max: 99_999 }))
      .map(
        ([month, number]) => `${String(month).padStart(4, "0")}.${String(number).padStart(5, "0")}`,
      );
    await fc.assert(
      fc.asyncProperty(identifier, fc.integer({ min: 1000, max: 9999 }), async (arxiv, year) => {
        const { result } = await load({
          "x.yaml": `${PROFILE}publications:\n${work("one", `{ kind: preprint, arxiv: &a ${arxiv}, date: ${year} }, { kind: preprint, arxiv: *a }`)}`,
        });
        expect(result).toMatchObject({
          kind: "valid",
          cv: { publications: [{ appearances: [{ arxiv, date: String(year) }, { arxiv }] }] },
        });
      }),
      { numRuns: 40 },
    );
  });

  test("a byte order mark, line ends of Windows, and keys left empty", async () => {
    for (const text of [
      `\uFEFF${PROFILE}`,
      "profile:\r\n  name: Ada Example\r\n",
      `${PROFILE}awards:\ntalks: ~\n`,
    ]) {
      expect((await load({ "x.yml": text })).result).toMatchObject({
        kind: "valid",
        cv: { profile: { name: "Ada Example" }, awards: [] },
        warnings: [],
      });
    }
  });
});
