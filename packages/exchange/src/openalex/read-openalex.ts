import { type CitationKind, readKindNames } from "@triptych/schema";
import { composeAuthor, readLiteralName } from "../found/author-mark.ts";
import type { FoundAuthor, Notebook, Reading } from "../found/finding.ts";
import { readDay } from "../found/foreign-date.ts";
import { findArxivId } from "../found/identifier.ts";
import { addReference, openReading, readJson } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { childOf, type Json, listOf, textOf } from "../text/json-text.ts";
import { readMarkup } from "../text/markup-text.ts";

const KINDS = readKindNames("openalex");

/** OpenAlex calls a conference paper an article; what it appeared in tells. */
function kindOf(work: Json): CitationKind {
  const source = textOf(work, "primary_location", "source", "type");
  const crossref = textOf(work, "type_crossref");
  if (crossref === "proceedings-article" || source === "conference") return "conference";
  if (source === "repository" && textOf(work, "type") !== "dissertation") return "preprint";
  return KINDS.get(textOf(work, "type") ?? "") ?? "other";
}

function readAuthors(work: Json, notebook: Notebook): FoundAuthor[] {
  return listOf(work, "authorships").flatMap((authorship): FoundAuthor[] => {
    const printed =
      textOf(authorship, "raw_author_name") ?? textOf(authorship, "author", "display_name");
    const [family, given, ...more] = (printed ?? "").split(/\s*,\s*/);
    if (given !== undefined && more.length === 0) {
      const author = composeAuthor({ given, family });
      return author === undefined ? [] : [author];
    }
    return readLiteralName(printed ?? "", "authorships", notebook);
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

function toReference(work: Json, notebook: Notebook): Reference {
  const title = textOf(work, "title") ?? textOf(work, "display_name");
  const date = textOf(work, "publication_date") ?? textOf(work, "publication_year");
  const source = textOf(work, "primary_location", "source", "display_name");
  const doi = textOf(work, "doi");
  if (childOf(work, "is_retracted") === true) notebook.retract("it was retracted");
  return {
    kind: kindOf(work),
    title: title === undefined ? undefined : readMarkup(title),
    authors: readAuthors(work, notebook),
    container: source === "arXiv (Cornell University)" ? "arXiv" : source,
    volume: textOf(work, "biblio", "volume"),
    issue: textOf(work, "biblio", "issue"),
    pages: readPages(work),
    date: readDay(date, "publication_date", notebook),
    doi: doi === undefined || /10\.48550\//.test(doi) ? undefined : doi,
    arxiv: readArxiv(work),
    urls: [],
    topics: [],
  };
}

/**
 * Reads a work of the OpenAlex API, or a page of works under `results`. What OpenAlex says about a
 * work beyond its citation (counts, topics, institutions, the abstract as an index of words) is its
 * own and is not taken over.
 */
export const readOpenAlex = (text: string): Reading =>
  readJson(text, (value) => {
    const open = openReading();
    const isPage = Array.isArray(childOf(value, "results"));
    for (const work of isPage ? listOf(value, "results") : [value]) {
      const key = textOf(work, "id")?.replace(/^https:\/\/openalex\.org\//, "") ?? "";
      addReference(open, { key, line: 0 }, (notebook) => toReference(work, notebook));
    }
    return open.reading;
  });
