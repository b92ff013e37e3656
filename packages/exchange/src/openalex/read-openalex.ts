import { type CitationKind, readKindNames } from "@triptych/schema";
import { composeAuthor, splitMarks } from "../found/author-mark.ts";
import {
  type Found,
  type FoundAuthor,
  openNotebook,
  type Reading,
  type Remark,
} from "../found/finding.ts";
import { readDate } from "../found/foreign-date.ts";
import { findArxivId } from "../found/identifier.ts";
import { childOf, type Json, listOf, parseJson, textOf } from "../text/json-text.ts";
import { readMarkup } from "../text/markup-text.ts";
import { fitReference } from "../found/reference.ts";

const KINDS = readKindNames("openalex");

/** OpenAlex calls a conference paper an article; what it appeared in tells. */
function kindOf(work: Json): CitationKind {
  const source = textOf(work, "primary_location", "source", "type");
  const crossref = textOf(work, "type_crossref");
  if (crossref === "proceedings-article" || source === "conference") return "conference";
  if (source === "repository" && textOf(work, "type") !== "dissertation") return "preprint";
  return KINDS.get(textOf(work, "type") ?? "") ?? "other";
}

function readAuthors(work: Json): FoundAuthor[] {
  return listOf(work, "authorships").flatMap((authorship): FoundAuthor[] => {
    const printed =
      textOf(authorship, "raw_author_name") ?? textOf(authorship, "author", "display_name");
    const [family, given, ...more] = (printed ?? "").split(/\s*,\s*/);
    if (given !== undefined && more.length === 0) {
      const author = composeAuthor({ given, family });
      return author === undefined ? [] : [author];
    }
    const { name, marks } = splitMarks(printed ?? "");
    return name === undefined ? [] : [{ name, ...(marks === undefined ? {} : { marks }) }];
  });
}

function readArxiv(work: Json): string | undefined {
  const urls = listOf(work, "locations").flatMap((location) => [
    textOf(location, "landing_page_url"),
    textOf(location, "pdf_url"),
  ]);
  return [textOf(work, "doi"), ...urls].flatMap((url) =>
    url === undefined ? [] : (findArxivId(url) ?? []),
  )[0];
}

function readPages(work: Json): string | undefined {
  const [first, last] = [textOf(work, "biblio", "first_page"), textOf(work, "biblio", "last_page")];
  return first === undefined || last === undefined || first === last ? first : `${first}-${last}`;
}

function readWork(work: Json, remarks: Remark[]): Found | undefined {
  const key = textOf(work, "id")?.replace(/^https:\/\/openalex\.org\//, "") ?? "";
  const origin = { key, line: 0 };
  const title = textOf(work, "title") ?? textOf(work, "display_name");
  const date = textOf(work, "publication_date") ?? textOf(work, "publication_year");
  const doi = textOf(work, "doi");
  const found = fitReference(
    {
      kind: kindOf(work),
      title: title === undefined ? undefined : readMarkup(title),
      authors: readAuthors(work),
      container: textOf(work, "primary_location", "source", "display_name")?.replace(
        /^arXiv \(Cornell University\)$/,
        "arXiv",
      ),
      volume: textOf(work, "biblio", "volume"),
      issue: textOf(work, "biblio", "issue"),
      pages: readPages(work),
      date: date === undefined ? undefined : readDate(date)?.date,
      doi: doi === undefined || /10\.48550\//.test(doi) ? undefined : doi,
      arxiv: readArxiv(work),
      urls: [],
      topics: [],
    },
    openNotebook(remarks, origin),
  );
  return found === undefined ? undefined : { kind: "work", ...origin, work: found };
}

/**
 * Reads a work of the OpenAlex API, or a page of works under `results`. What OpenAlex says about a
 * work beyond its citation (counts, topics, institutions, the abstract as an index of words) is its
 * own and is not taken over.
 */
export function readOpenAlex(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const isPage = Array.isArray(childOf(parsed.value, "results"));
  const works = isPage ? listOf(parsed.value, "results") : [parsed.value];
  return {
    read: works.length,
    found: works.flatMap((work) => readWork(work, remarks) ?? []),
    remarks,
  };
}
