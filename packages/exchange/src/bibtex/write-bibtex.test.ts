import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { parse } from "@retorquere/bibtex-parser";
import { Cv, type CvInput } from "@triptych/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBibtex } from "./write-bibtex.ts";
import { protectTitle } from "./latex.ts";
import { createNameSplitter } from "../citation/split-name.ts";

type WorkInput = NonNullable<CvInput["publications"]>[number];

const OWNER = "Exemplia Testwell";
const record = (publications: WorkInput[], more: Partial<CvInput> = {}) =>
  Cv.parse({
    profile: { name: OWNER },
    venues: [
      { id: "excon", name: "Conference on Examples", acronym: "EXCON", kind: "conference" },
      { id: "jit", name: "Journal of R&D", kind: "journal" },
      { id: "uoe", name: "University of Example", kind: "institution" },
    ],
    publications,
    ...more,
  });
const work = (
  appearance: WorkInput["appearances"][number],
  more: Partial<WorkInput> = {},
): WorkInput => ({
  id: "hats",
  title: "Hats",
  authors: [OWNER],
  appearances: [appearance],
  ...more,
});

/** White space of any length and kind is one blank to BibTeX. */
const squeeze = (text: unknown) => String(text).replaceAll(/\s+/gu, " ").trim();
const parseStrict = (text: string) => {
  const { entries, errors } = parse(text, { sentenceCase: false });
  expect(errors).toEqual([]);
  return entries;
};

describe("toBibtex", () => {
  test("writes a conference paper with all it holds", () => {
    const cv = record([
      work(
        {
          kind: "conference",
          venue: "excon",
          edition: 12,
          date: "2024-07-15",
          publisher: "Example Press",
          place: "Exampleton",
          pages: "1-16",
          doi: "10.5555/a_b%c",
          links: [{ type: "paper", url: "https://example.org/a_b%20c~d" }],
          status: "accepted",
          honours: ["oral"],
          track: "Industry",
        },
        {
          title: "ConvNets & 3D LLMs: 50% of_it",
          topics: ["a", "b"],
          authors: [OWNER, "Tim van der Lee", "Plato"],
        },
      ),
    ]);
    expect(toBibtex(cv)).toEqual({
      text: String.raw`@inproceedings{testwell2024convnets,
  author = {Testwell, Exemplia and van der Lee, Tim and {Plato}},
  title = {{ConvNets} \& {3D} {LLMs}: 50\% of\_it},
  booktitle = {12th Conference on Examples ({EXCON})},
  pages = {1--16},
  publisher = {Example Press},
  address = {Exampleton},
  year = {2024},
  month = jul,
  day = {15},
  doi = {10.5555/a_b%c},
  url = {https://example.org/a_b%20c~d},
  note = {Accepted. Industry},
  keywords = {a, b},
}
`,
      losses: [{ workId: "hats", field: "honours", reason: "no field for oral" }],
    });
  });

  test.each([
    [
      work({ kind: "workshop", venue: "excon", workshop: "Workshop on Hats" }),
      "inproceedings",
      ["booktitle = {Workshop on Hats at the Conference on Examples ({EXCON})}"],
    ],
    [
      work({ kind: "journal", venue: "jit", volume: "12", issue: "3" }),
      "article",
      [String.raw`journal = {Journal of R\&D}`, "volume = {12}", "number = {3}"],
    ],
    [
      work({ kind: "thesis", venue: "uoe", date: "2021" }),
      "phdthesis",
      ["school = {University of Example}", "year = {2021}"],
    ],
    [
      work({ kind: "report", publisher: "Institute of R&D" }),
      "techreport",
      [String.raw`institution = {Institute of R\&D}`],
    ],
    [
      work({ kind: "report", venue: "uoe", publisher: "Press" }),
      "techreport",
      ["institution = {University of Example}", "publisher = {Press}"],
    ],
    [work({ kind: "preprint", status: "under-review" }), "unpublished", ["note = {Under review}"]],
    [
      work({ kind: "journal", venue: "jit", status: "under-review" }),
      "unpublished",
      [String.raw`note = {Under review at Journal of R\&D}`],
    ],
    [
      work({ kind: "preprint", arxiv: "2201.11380", status: "under-review" }),
      "misc",
      ["eprint = {2201.11380}", "archivePrefix = {arXiv}", "note = {Under review}"],
    ],
  ])("chooses the type and the fields of the venue %#", (input, type, fields) => {
    const { text } = toBibtex(record([input]));
    expect(text).toMatch(new RegExp(`^@${type}\\{`));
    for (const field of fields) expect(text).toContain(`  ${field},\n`);
    expect(text.includes("year")).toBe(type === "phdthesis");
  });

  test("a DOI that would break the file is left out and told", () => {
    const { text, losses } = toBibtex(record([work({ kind: "preprint", doi: "10.1000/a{b" })]));
    expect(text).not.toContain("doi");
    expect(losses).toEqual([expect.objectContaining({ workId: "hats", field: "doi" })]);
  });

  test.each(["book", "edited-book", "translation"] as const)(
    "a venue has no field in a %s and is told",
    (kind) => {
      const { text, losses } = toBibtex(record([work({ kind, venue: "uoe", publisher: "Press" })]));
      expect(text).not.toContain("University");
      expect(losses).toEqual([
        {
          workId: "hats",
          field: "venue",
          reason: "a book has a series and a publisher, but no field for a venue",
        },
      ]);
    },
  );

  test("where a manuscript is under review stands in its note, and is told where that says it not", () => {
    expect(
      toBibtex(record([work({ kind: "journal", venue: "jit", status: "under-review" })])).losses,
    ).toEqual([]);
    expect(
      toBibtex(record([work({ kind: "preprint", venue: "uoe", status: "under-review" })])).losses,
    ).toMatchObject([{ field: "venue" }]);
  });

  test("names the works asked for, under the keys of the whole record, and nothing for an empty one", () => {
    const cv = record([work({ kind: "preprint" }), { ...work({ kind: "preprint" }), id: "caps" }]);
    expect(toBibtex(cv, ["caps", "unknown"]).text).toMatch(/^@misc\{testwellhats-caps,/);
    expect(toBibtex(record([])).text).toBe("");
  });
});

test.each([
  ["MSRS: Training LLMs from Scratch", "{MSRS}: Training {LLMs} from Scratch"],
  ["A Single Pass, Q-GaLore and C4", "A Single Pass, {Q}-{GaLore} and {C4}"],
  ["Don’t Prune O’Brien", "Don’t Prune {O’Brien}"],
  ["Scaling Beyond 51×51", "Scaling Beyond 51×51"],
])("braces keep the capitals that matter: %s", (title, expected) =>
  expect(protectTitle(title)).toBe(expected),
);

const asLine = (text: string) => squeeze(text.replaceAll(/\p{C}/gu, "")).normalize("NFC");
const anyLine = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.string({ unit: fc.constantFrom(..."\\{}~^<>|&%$#_`'\"-,@=!? aB"), minLength: 1 }),
  )
  .map(asLine)
  .filter((text) => text !== "");

test.each([
  ["Anna Smith and Sons", "Smith and Sons", "{Smith and Sons}, Anna"],
  ["Anna y Dos", "y Dos", "{y Dos}, Anna"],
  ["Tim Van der Lee", undefined, "{Van der Lee}, Tim"],
  ["Tim van der Lee", undefined, "van der Lee, Tim"],
  ["Ann Black And White", "White", "White, {Ann Black And}"],
  ["others", undefined, "{others}"],
])("braces hold together what BibTeX would cut: %s", (name, family, expected) => {
  const { text } = toBibtex(
    record([work({ kind: "preprint" }, { authors: [name, OWNER] })], {
      people: [{ id: "p", name, family }],
    }),
  );
  expect(text).toContain(`author = {${expected} and Testwell, Exemplia},`);
  expect(parseStrict(text)[0]?.fields.author).toHaveLength(2);
});

describe("any text survives BibTeX", () => {
  test("a title, read by @retorquere/bibtex-parser", () => {
    fc.assert(
      fc.property(anyLine, (title) => {
        const [entry] = parseStrict(toBibtex(record([work({ kind: "preprint" }, { title })])).text);
        expect(squeeze(entry?.fields.title)).toBe(title);
      }),
    );
  });

  test("a title, read by citation-js", () => {
    fc.assert(
      fc.property(anyLine, (title) => {
        const [item] = new Cite(toBibtex(record([work({ kind: "preprint" }, { title })])).text)
          .data;
        expect(squeeze(item?.title).replaceAll(/<span class="nocase">|<\/span>/g, "")).toBe(title);
      }),
    );
  });

  test("every brace has its partner, for BibTeX counts the escaped ones too", () => {
    fc.assert(
      fc.property(anyLine, anyLine, (title, name) => {
        const { text } = toBibtex(
          record([work({ kind: "preprint" }, { title, authors: [OWNER, name] })]),
        );
        let depth = 0;
        for (const sign of text) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  test("a list of names, read by @retorquere/bibtex-parser", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLine, { maxLength: 4 }), (names) => {
        const cv = record([
          work(
            { kind: "preprint" },
            { authors: [OWNER, ...names.filter((name) => name !== OWNER)] },
          ),
        ]);
        const [entry] = parseStrict(toBibtex(cv).text);
        const expected = cv.publications[0]?.authors
          .map(createNameSplitter(cv))
          .map((name) =>
            name.kind === "literal"
              ? ["", name.name]
              : [
                  name.given,
                  [name.particle, name.family].filter((part) => part !== undefined).join(" "),
                  name.suffix,
                ],
          );
        const read = entry?.fields.author?.map(({ name, firstName, prefix, lastName, suffix }) =>
          name === undefined
            ? [firstName, [prefix, lastName].filter((part) => part !== undefined).join(" "), suffix]
            : ["", name],
        );
        expect(read).toEqual(expected);
      }),
    );
  });
});
