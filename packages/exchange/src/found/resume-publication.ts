import type { CitationKind } from "@triptych/schema";
import type { Found, FoundAuthor, FoundWork, Notebook, Origin } from "./finding.ts";
import { readDate } from "./foreign-date.ts";
import { findArxivId, readDoi } from "./identifier.ts";
import { fitReference } from "./reference.ts";

/**
 * A publication as résumés list them: with hardly more than a title and the name of where it
 * appeared.
 */
export interface ResumePublication {
  title: string | undefined;
  authors: FoundAuthor[] | undefined;
  container: string | undefined;
  date: string | undefined;
  url: string | undefined;
  doi: string | undefined;
  note?: string | undefined;
}

/** The kind of work by the name of its venue, as résumés do not state it. */
function guessKind(container: string | undefined, isArchived: boolean): CitationKind {
  if (container === undefined) return "preprint";
  if (/\b(?:arxiv|biorxiv|medrxiv|ssrn|preprint|archive)\b/i.test(container) && isArchived)
    return "preprint";
  if (
    /^\d+(?:st|nd|rd|th)\b|\b(?:conference|proceedings|symposium|workshop|congress|meeting|conf\.|proc\.)\b|\([A-Z][\w-]*[A-Z]\w*\)$/i.test(
      container,
    )
  )
    return "conference";
  if (/\bthesis\b|^(?:.* )?universit/i.test(container)) return "thesis";
  return "journal";
}

/**
 * Fits a publication of a résumé. One without authors becomes a pointer if it has an identifier,
 * else it is left out.
 */
export function fitPublication(
  publication: ResumePublication,
  origin: Origin,
  notebook: Notebook,
): Found | undefined {
  const { title, authors, container, url, note } = publication;
  const doi =
    publication.doi ?? (url === undefined || !/doi\.org/.test(url) ? undefined : readDoi(url));
  const arxiv = url === undefined ? undefined : findArxivId(url);
  if (authors === undefined) {
    if (doi !== undefined)
      return { kind: "pointer", ...origin, title, id: { scheme: "doi", value: doi } };
    if (arxiv !== undefined)
      return { kind: "pointer", ...origin, title, id: { scheme: "arxiv", value: arxiv } };
    return notebook.leaveOut(
      "it names no authors and no DOI or arXiv identifier by which to find them",
    );
  }
  const kind = guessKind(
    container,
    arxiv !== undefined || container === undefined || /arxiv/i.test(container),
  );
  notebook.guess(
    "kind",
    `by the name of its venue it was taken for a ${kind === "journal" ? "journal article" : kind}`,
  );
  const date = publication.date === undefined ? undefined : readDate(publication.date)?.date;
  if (publication.date !== undefined && date === undefined)
    notebook.drop("date", `“${publication.date}” is no date that can be read without doubt`);
  const work: FoundWork | undefined = fitReference(
    {
      kind,
      title,
      authors,
      container,
      date,
      doi,
      arxiv,
      urls: url === undefined ? [] : [url],
      note,
      topics: [],
    },
    notebook,
  );
  return work === undefined ? undefined : { kind: "work", ...origin, work };
}
