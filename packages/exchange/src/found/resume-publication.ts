import type { CitationKind } from "@triptych/schema";
import type { Finding, FoundAuthor, Identifier, Notebook } from "./finding.ts";
import { readDay } from "./foreign-date.ts";
import { composeIdentifier, findArxivId, readDoi } from "./identifier.ts";
import { fitReference } from "./fit-reference.ts";

/**
 * A publication as résumés list them: with hardly more than a title and the name of where it
 * appeared.
 */
export interface ResumePublication {
  title: string | undefined;
  authors: FoundAuthor[] | undefined;
  /** Whose résumé it is. */
  owner?: string | undefined;
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
    ) ||
    // `NeurIPS 2023`: journals count volumes.
    /^\p{Lu}[\p{L}\p{N}&+-]*\p{Lu}[\p{L}\p{N}+-]*\s+['’]?(?:\d{2}|\d{4})$/u.test(container)
  )
    return "conference";
  if (/\bthesis\b|^(?:.* )?universit/i.test(container)) return "thesis";
  return "journal";
}

/** A résumé need not say whose works it lists; who else made them is for its owner to add. */
function nameOwner(
  title: string | undefined,
  owner: string | undefined,
  notebook: Notebook,
): FoundAuthor[] | undefined {
  if (title === undefined || owner === undefined) return undefined;
  notebook.todo("authors", "the file names none; the owner alone was entered: add the others");
  return [{ name: owner }];
}

/**
 * Fits a publication of a résumé. One without authors becomes a pointer if it has an identifier,
 * else it is the owner's.
 */
export function fitPublication(
  publication: ResumePublication,
  notebook: Notebook,
): Finding | undefined {
  const { authors: named, owner, url, ...stated } = publication;
  const { title, container } = stated;
  const doi =
    publication.doi ?? (url === undefined || !/doi\.org/.test(url) ? undefined : readDoi(url));
  const arxiv = url === undefined ? undefined : findArxivId(url);
  const id = composeIdentifier(doi, arxiv);
  const authors = named ?? (id === undefined ? nameOwner(title, owner, notebook) : undefined);
  if (authors === undefined) return fitPointer(title, id, notebook);
  const isArchived = arxiv !== undefined || container === undefined || /arxiv/i.test(container);
  const kind = guessKind(container, isArchived);
  notebook.guess(
    "kind",
    `by the name of its venue it was taken for a ${kind === "journal" ? "journal article" : kind}`,
  );
  const date = readDay(publication.date, "date", notebook);
  const urls = url === undefined ? [] : [url];
  const work = fitReference(
    { ...stated, kind, authors, date, doi, arxiv, urls, topics: [] },
    notebook,
  );
  return work === undefined ? undefined : { kind: "work", work };
}

/** A work that is to be looked up, since the file names no authors. */
export function fitPointer(
  title: string | undefined,
  id: Identifier | undefined,
  notebook: Notebook,
): Finding | undefined {
  const name = title === undefined ? "it" : `“${title}”`;
  return id === undefined
    ? notebook.leaveOut(
        `${name} names no authors and no DOI or arXiv identifier by which to find them`,
      )
    : { kind: "pointer", title, id };
}
