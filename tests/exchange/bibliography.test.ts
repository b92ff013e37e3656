import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { parse } from "@retorquere/bibtex-parser";
import { loadCv } from "@triptych/data";
import {
  citationKeys,
  createNameSplitter,
  toBiblatex,
  toBibtex,
  toCslJson,
  toJsonResume,
  toRis,
} from "@triptych/exchange";
import { orderWorks } from "@triptych/schema";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const RECORDS = [
  ["the record of this repository", join(ROOT, "packages/data/content"), 61],
  ["the full record", join(ROOT, "tests/fixtures/full"), 23],
  ["a humanist’s record, with names of many scripts", join(ROOT, "tests/fixtures/humanist"), 10],
] as const;

async function readCv(folder: string) {
  const result = await loadCv(folder);
  if (result.kind === "faulty") throw new Error(`${folder} is faulty`);
  return result.cv;
}

/** A name as each of the formats gives it back. */
interface ReadName {
  given?: string | undefined;
  family?: string | undefined;
  literal?: string | undefined;
  "non-dropping-particle"?: string | undefined;
}

const joinName = (name: ReadName) =>
  [name.given, name["non-dropping-particle"], name.family ?? name.literal]
    .filter((part) => part !== undefined)
    .join(" | ");

/** Title, authors and year of each work, by number. */
type Facts = { title: string; authors: string[]; year: string | undefined };

function factsOfRecord(cv: Awaited<ReturnType<typeof readCv>>): Facts[] {
  const split = createNameSplitter(cv);
  return orderWorks(cv).map(({ title, authors, appearances }) => ({
    title,
    // Whole books stand under their editors, translations under the authors of the original.
    authors: (appearances[0]?.translationOf?.authors ?? authors).map((author) => {
      const name = split(author);
      return name.kind === "literal"
        ? name.name
        : joinName({
            given: name.given,
            "non-dropping-particle": name.particle,
            family: name.family,
          });
    }),
    year: appearances[0]?.date?.slice(0, 4),
  }));
}

interface ReadItem {
  title?: string;
  author?: ReadName[];
  editor?: ReadName[];
  issued?: { "date-parts"?: (string | number)[][] };
}

const withoutTags = (text: string | undefined) =>
  String(text).replaceAll(/<span class="nocase">|<\/span>/g, "");

function factsOfCsl(items: readonly ReadItem[]): Facts[] {
  return items.map(({ title, author, editor, issued }) => ({
    title: withoutTags(title),
    authors: (author ?? editor ?? []).map(joinName),
    year: issued?.["date-parts"]?.[0]?.[0]?.toString(),
  }));
}

/**
 * The same with particles as a part of the family name, for readers that draw that line elsewhere.
 */
const withJoinedFamilies = (work: Facts): Facts => ({
  ...work,
  authors: work.authors
    .map((name) => name.split(" | "))
    .map(([given, ...rest]) => [given, rest.join(" ")].join(" | ")),
});

describe.each(RECORDS)("%s", (_, folder, size) => {
  test("has as many works as this test thinks", async () => {
    expect(factsOfRecord(await readCv(folder))).toHaveLength(size);
  });

  test.each([
    ["BibTeX", toBibtex],
    ["BibLaTeX", toBiblatex],
  ])("%s reads the same in @retorquere/bibtex-parser", async (_format, write) => {
    const cv = await readCv(folder);
    const { entries, errors } = parse(write(cv).text, { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(
      orderWorks(cv).map(({ id }) => citationKeys(cv).get(id)),
    );
    const facts = entries.map(({ fields }): Facts => ({
      title: String(fields.title),
      authors: (fields.author ?? fields.editor ?? []).map((name) =>
        joinName({
          given: name.firstName,
          family: [name.prefix, name.lastName ?? name.name]
            .filter((part) => part !== undefined)
            .join(" "),
        }),
      ),
      year: (fields.year ?? fields.date)?.slice(0, 4),
    }));
    // This reader takes particles off a family name even where braces hold them together.
    expect(facts.map(withJoinedFamilies)).toEqual(factsOfRecord(cv).map(withJoinedFamilies));
  });

  test.each([
    ["BibTeX", toBibtex],
    ["BibLaTeX", toBiblatex],
  ])("%s reads the same in citation-js", async (_format, write) => {
    const cv = await readCv(folder);
    expect(factsOfCsl(new Cite(write(cv).text).data)).toEqual(factsOfRecord(cv));
  });

  test("RIS reads the same in citation-js", async () => {
    const cv = await readCv(folder);
    const read = factsOfCsl(new Cite(toRis(cv).text).data);
    expect(read.map(withJoinedFamilies)).toEqual(factsOfRecord(cv).map(withJoinedFamilies));
  });

  test("CSL-JSON reads the same in citation-js", async () => {
    const cv = await readCv(folder);
    expect(factsOfCsl(new Cite(toCslJson(cv).text).data)).toEqual(factsOfRecord(cv));
  });

  test("JSON Resume is valid by its published schema", async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    const { text } = toJsonResume(await readCv(folder));
    expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
  });
});
