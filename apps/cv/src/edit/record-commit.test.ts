import { loadCv } from "@triptych/data";
import { IMPORT_FORMATS, planMerge } from "@triptych/exchange/import";
import fc from "fast-check";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commitChanges } from "./record-commit.ts";
import { draftChanges } from "./record-draft.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-commit-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function fill(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

async function readAll(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")]),
    ),
  );
}

async function load() {
  const loaded = await loadCv(folder);
  if (loaded.kind === "faulty") throw new Error(JSON.stringify(loaded.faults));
  return loaded.cv;
}

/** Imports a BibTeX text into the folder and tells what became of it. */
async function importBibtex(text: string) {
  const plan = planMerge(await load(), [{ file: "x.bib", reading: IMPORT_FORMATS.bibtex(text) }], {
    marks: new Map(),
    aliases: [],
  });
  const draft = await draftChanges(folder, plan.edits);
  if (draft.kind === "faulty") throw new Error(JSON.stringify(draft.faults));
  return {
    plan,
    changes: draft.changes,
    outcome: await commitChanges(folder, draft.changes, plan.cv),
  };
}

const HAND_MADE = {
  "profile.yaml": "# Me.\nprofile: { name: Ada Lovelace } # the owner\n",
  "venues.yaml": "venues:\n  - { id: jit, name: Journal of Textiles, kind: journal }   # mine\n",
  "publications.yaml": `# My works, by hand.
publications:
  # The best one.
  - id: hats
    title: "Hats: an Account"   # quoted
    authors: [Ada Lovelace,   Charles Babbage]
    appearances:
      - { kind: preprint, arxiv: 2201.11380, date: 2022-01 }
    topics: [hats]

  # The old one.
  - id: caps
    title: Caps
    authors:
      - Ada Lovelace
    appearances:
      - kind: journal
        venue: jit
        date: "1999"
        # The end of caps.

# The end of all.
`,
};

test("hand-made fields, remarks, blanks and order survive; the published form comes first", async () => {
  await fill(HAND_MADE);
  const { outcome } = await importBibtex(`
@inproceedings{a, title={Hats: An account}, author={Lovelace, Ada and Babbage, Charles}, booktitle={3rd Conference on Hats (HATCON)}, year=2023, doi={10.1000/hats}, eprint={2201.11380}, archiveprefix={arXiv}}
@article{b, title={Caps}, author={Lovelace, A.}, journal={Journal of Textiles}, year=1999, volume=7, pages={1--2}}
@article{c, title={Gloves}, author={Lovelace, Ada}, journal={Journal of Textiles}, year=2010, url={https://example.org/gloves}}`);
  expect(outcome).toEqual({ kind: "written", files: ["venues.yaml", "publications.yaml"] });
  expect(await readAll()).toEqual({
    "profile.yaml": HAND_MADE["profile.yaml"],
    "venues.yaml": `${HAND_MADE["venues.yaml"]}  - id: hatcon\n    name: Conference on Hats\n    acronym: HATCON\n    kind: conference\n`,
    "publications.yaml": `# My works, by hand.
publications:
  # The best one.
  - id: hats
    title: "Hats: an Account"   # quoted
    authors: [Ada Lovelace,   Charles Babbage]
    appearances:
      - kind: conference
        venue: hatcon
        edition: 3
        date: "2023"
        doi: 10.1000/hats
      - { kind: preprint, arxiv: 2201.11380, date: 2022-01 }
    topics: [hats]

  - id: gloves
    title: Gloves
    authors: [ Ada Lovelace ]
    appearances:
      - kind: journal
        venue: jit
        date: "2010"
        links:
          - { type: paper, url: https://example.org/gloves }
  # The old one.
  - id: caps
    title: Caps
    authors:
      - Ada Lovelace
    appearances:
      - kind: journal
        venue: jit
        date: "1999"
        volume: "7"
        pages: 1-2
        # The end of caps.

# The end of all.
`,
  });
});

test("a record that would be faulty, or a file that changed meanwhile, is left as it was", async () => {
  await fill(HAND_MADE);
  const cv = await load();
  const before = await readAll();
  const bad = [
    {
      name: "publications.yaml",
      before: HAND_MADE["publications.yaml"],
      after: "publications: [{ id: x }]\n",
    },
  ];
  expect(await commitChanges(folder, bad, cv)).toMatchObject({ kind: "faulty" });
  const late = [
    { name: "profile.yaml", before: "something else", after: HAND_MADE["profile.yaml"] },
  ];
  expect(await commitChanges(folder, late, cv)).toEqual({
    kind: "overtaken",
    file: "profile.yaml",
  });
  expect(await readAll()).toEqual(before);
});

const CAPS = "@article{b, title={Caps}, author={Ada Lovelace}, journal={Journal of Textiles}}";
const workOf = (id: string, title: string, forms: string) =>
  `  - { id: ${id}, title: ${title}, authors: [Ada Lovelace], appearances: ${forms} }\n`;

test.each([
  ["&one [{ kind: preprint, arxiv: 2201.11380 }]", undefined],
  [
    "*one",
    {
      kind: "faulty",
      faults: [
        { file: "publications.yaml", line: 3, column: 68, path: "publications[1].appearances" },
      ],
    },
  ],
])(
  "a list of which several places share the text is a fault there, an anchor alone is none: %s",
  async (forms, fault) => {
    const first = workOf(
      "hats",
      "Hats",
      fault === undefined ? "[{ kind: preprint }]" : "&one [{ kind: preprint, arxiv: 2201.11380 }]",
    );
    await fill({
      ...HAND_MADE,
      "publications.yaml": `publications:\n${first}${workOf("caps", "Caps", forms)}`,
    });
    const plan = planMerge(
      await load(),
      [{ file: "x.bib", reading: IMPORT_FORMATS.bibtex(CAPS) }],
      { marks: new Map(), aliases: [] },
    );
    expect(await draftChanges(folder, plan.edits)).toMatchObject(fault ?? { kind: "drafted" });
  },
);

test("line ends and byte-order marks stay as they are", async () => {
  await fill({ "all.yaml": "\uFEFFprofile: { name: Ada Lovelace }\r\npublications:\r\n" });
  await importBibtex("@misc{a, title={Hats}, author={Ada Lovelace}, eprint={2201.11380}}");
  const { "all.yaml": text = "" } = await readAll();
  expect(text).toBe(
    '\uFEFFprofile: { name: Ada Lovelace }\r\npublications:\r\n  - id: hats\r\n    title: Hats\r\n    authors: [ Ada Lovelace ]\r\n    appearances:\r\n      - kind: preprint\r\n        arxiv: "2201.11380"\r\n',
  );
});

const name = fc.constantFrom(
  "Ada Lovelace",
  "Lovelace, A.",
  "Babbage, Charles",
  "García Lorca, Federico",
  "Tim van der Lee",
  "李明",
  "{The Hat Group}",
);
const entry = fc
  .record({
    type: fc.constantFrom(
      "article",
      "inproceedings",
      "misc",
      "phdthesis",
      "unpublished",
      "book",
      "incollection",
    ),
    title: fc.constantFrom(
      "Hats",
      "Caps",
      "{HATS}: all",
      "Gloves: yes, #1 [sic] & more",
      "- dash",
      "帽子",
      "'quoted' \"text\"",
      "null",
      "12",
    ),
    authors: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    year: fc.option(fc.constantFrom("1999", "2020", "2021", "2023-07-15"), { nil: undefined }),
    doi: fc.option(fc.constantFrom("10.1000/a", "10.1000/b", "10.1000/C"), { nil: undefined }),
    eprint: fc.option(fc.constantFrom("2201.11380", "2201.11381v2"), { nil: undefined }),
    venue: fc.constantFrom(
      "Journal of Textiles",
      "Journal of Hats, Part B",
      "Proceedings of the 3rd Conference on Hats (HATCON)",
      "HATCON 2021",
    ),
    volume: fc.option(fc.constantFrom("1", "2"), { nil: undefined }),
    pages: fc.option(fc.constantFrom("1-9", "12-34", "40-41", "104752"), { nil: undefined }),
    url: fc.option(fc.constantFrom("https://example.org/a", "https://example.org/b"), {
      nil: undefined,
    }),
    abstract: fc.option(fc.constantFrom("One.", "One.\n\nTwo: # three"), { nil: undefined }),
  })
  .map(({ type, title, authors, year, venue, ...rest }) => {
    const fields: Record<string, string | undefined> = {
      title,
      author: authors.join(" and "),
      date: year,
      journal: venue,
      booktitle: venue,
      school: venue,
      ...rest,
    };
    return `@${type}{k, ${Object.entries(fields)
      .flatMap(([key, value]) => (value === undefined ? [] : [`${key}={${value}}`]))
      .join(", ")}}`;
  });

test("importing the same file twice changes nothing, and nothing that was there is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      await fill(HAND_MADE);
      await rm(join(folder, "people.yaml"), { force: true });
      const text = entries.join("\n");
      const first = await importBibtex(text);
      expect(first.outcome.kind).toBe("written");
      const after = await readAll();
      for (const [file, before] of Object.entries(HAND_MADE)) {
        const kept = before
          .split("\n")
          .filter((line) => line.includes("#") || line.includes("id: "));
        for (const line of kept)
          expect(after[file]).toContain(line.replace(/(?: \})?(\s*#.*)?$/, ""));
      }
      const second = await importBibtex(text);
      expect(second.plan.edits).toEqual([]);
      expect(second.changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
