import { cleanLine, cleanProse } from "../text/plain-text.ts";
import { readArchive } from "./phrase/archive.ts";
import type { FoundForm, FoundWork, Notebook } from "./finding.ts";
import { readHonour } from "./phrase/honour.ts";
import { readMarkNote } from "./phrase/mark-note.ts";
import { findArxivId, readArxivId } from "./identifier.ts";
import type { Reference } from "./reference.ts";
import { fitIdentifiers, fitLinks } from "./reference-address.ts";
import { fitBook, fitVenue, kindOfReference } from "./reference-venue.ts";
import { readStatusNote } from "./phrase/status-note.ts";

/** First and last page joined by a hyphen. */
const fitPages = (pages: string | undefined) =>
  cleanLine(
    pages
      ?.replaceAll(/\s*(?:--+|[\u2010-\u2015])\s*/g, "-")
      .replace(/^(\d+)\s+-\s+(\d+)$/, "$1-$2"),
  );

function fitForms(reference: Reference, notebook: Notebook): FoundForm[] {
  const ids = fitIdentifiers(reference);
  const { status, track, lost } = readStatusNote(reference.note, ids.arxiv);
  const honour = lost === undefined ? undefined : readHonour(lost);
  if (lost !== undefined && honour === undefined)
    notebook.drop("note", `“${lost}” has no place in the record`);
  const isManuscript =
    reference.kind === "manuscript" && readArchive(reference.container) === undefined;
  if (isManuscript && reference.container !== undefined)
    notebook.drop("container", `“${reference.container}”: a manuscript has appeared nowhere`);
  const fitted = fitVenue(
    kindOfReference(reference, ids.arxiv),
    isManuscript ? { ...reference, container: undefined } : reference,
    notebook,
  );
  const isPublished = fitted.kind !== "preprint";
  const honours = [
    ...new Set([...(reference.honours ?? []), ...(honour === undefined ? [] : [honour])]),
  ];
  const form: FoundForm = {
    ...fitted,
    ...fitBook(reference, fitted.kind, notebook),
    ...(fitted.edition === undefined ? {} : { edition: fitted.edition }),
    track,
    date: reference.date,
    status,
    publisher: cleanLine(reference.publisher),
    place: cleanLine(reference.place) ?? fitted.place,
    volume: isPublished ? (cleanLine(reference.volume) ?? fitted.volume) : undefined,
    issue: isPublished ? cleanLine(reference.issue) : undefined,
    pages: isPublished ? fitPages(reference.pages) : undefined,
    doi: ids.doi,
    arxiv: isPublished ? undefined : ids.arxiv,
    ...(honours.length === 0 ? {} : { honours }),
    links: fitLinks(reference, fitted.kind, ids, notebook),
  };
  if (!isPublished) {
    for (const field of ["volume", "issue", "pages"] as const)
      if (reference[field] !== undefined && findArxivId(reference[field]) === undefined)
        notebook.drop(field, `“${reference[field]}”: a preprint has no place for it`);
  }
  return isPublished && ids.arxiv !== undefined
    ? [form, { kind: "preprint", arxiv: ids.arxiv, links: [] }]
    : [form];
}

/** `US Patent 9,123,456` and `US Patent App. 16/123,456`, as Google Scholar notes them. */
const PATENT = /^([A-Z]{2}) Patent (App\. )?([\d,/]+)$/;

/** What stands in another field than its own, by the habit of a source. */
function placeFields(reference: Reference): Reference {
  const { kind, container, publisher, note = "", number, arxiv } = reference;
  const [, country, application = "", digits] = PATENT.exec(note) ?? [];
  if (digits !== undefined && kind === "other" && number === undefined)
    return {
      ...reference,
      kind: "patent",
      number: `${country} ${application}${digits}`,
      note: undefined,
    };
  if (kind === "conference" && /^poster$/i.test(note))
    return { ...reference, kind: "poster", note: undefined };
  // Zotero names the server of a preprint as its publisher, and its identifier as its number.
  const isKnown = arxiv !== undefined && readArxivId(number ?? "") === readArxivId(arxiv);
  return container === undefined && readArchive(publisher) !== undefined
    ? {
        ...reference,
        container: publisher,
        publisher: undefined,
        number: isKnown ? undefined : number,
      }
    : reference;
}

/**
 * Fits an entry of any bibliography to the record, or tells why it is left out. A published work
 * with an arXiv identifier gets two forms.
 */
export function fitReference(entry: Reference, notebook: Notebook): FoundWork | undefined {
  const reference = placeFields(entry);
  const title = cleanLine(reference.title);
  if (title === undefined) return notebook.leaveOut("it has no title");
  const { translators = [] } = reference;
  const authors =
    reference.authors.length > 0 || reference.kind !== "book"
      ? reference.authors
      : (reference.editors ?? []);
  if (authors.length === 0 && translators.length === 0)
    return notebook.leaveOut("it names no authors");
  if (translators.length === 0 && reference.originalTitle !== undefined)
    notebook.drop(
      "title",
      `“${reference.originalTitle}”: only a work with translators has a place for the title of ` +
        "its original",
    );
  const { marks: noted, rest } = readMarkNote(reference.note);
  const marks = new Map([...noted, ...(reference.marks ?? [])]);
  const forms = fitForms({ ...reference, note: rest }, notebook);
  return {
    title,
    authors,
    ...(translators.length === 0
      ? {}
      : { translators, originalTitle: cleanLine(reference.originalTitle) }),
    forms,
    abstract: cleanProse(reference.abstract),
    topics: reference.topics.flatMap((topic) => cleanLine(topic) ?? []),
    ...(marks.size === 0 ? {} : { marks }),
    ...(reference.hasMoreAuthors === true ? { hasMoreAuthors: true } : {}),
    ...(reference.isSelected === true ? { isSelected: true } : {}),
    ...(reference.publishedAs === undefined ? {} : { publishedAs: reference.publishedAs }),
  };
}
