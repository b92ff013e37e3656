import {
  type AppearanceKind,
  type CitationKind,
  hasBookEdition,
  venueKindOf,
  WORK_KINDS,
} from "@triptych/schema";
import type { FoundAuthor, FoundForm, FoundVenue, FoundWork, Notebook } from "./finding.ts";
import { findArxivId, foldArxivId, readArxivId, readDoi, readUrl } from "./identifier.ts";
import { cleanLine, cleanProse } from "../text/plain-text.ts";
import { readStatusNote } from "./status-note.ts";
import { plainVenue, readOrdinal, readVenueName } from "./venue-name.ts";

/** One entry of a bibliography before it is fitted to the record; texts are plain already. */
export interface Reference {
  kind: CitationKind;
  title?: string | undefined;
  authors: FoundAuthor[];
  editors?: FoundAuthor[] | undefined;
  translators?: FoundAuthor[] | undefined;
  originalTitle?: string | undefined;
  series?: string | undefined;
  edition?: string | undefined;
  number?: string | undefined;
  isbn?: string | undefined;
  container?: string | undefined;
  publisher?: string | undefined;
  place?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  date?: string | undefined;
  doi?: string | undefined;
  arxiv?: string | undefined;
  urls: readonly string[];
  note?: string | undefined;
  abstract?: string | undefined;
  topics: readonly string[];
}

/** Topics of formats that have one field for all of them. */
export const splitTopics = (text: string | undefined): string[] =>
  (text ?? "").split(/\s*[,;]\s*/).filter((topic) => topic !== "");

/** `arXiv preprint arXiv:2201.11380`, `CoRR`, `ArXiv e-prints`: the archive and nothing else. */
const ARCHIVE =
  /^(?:arxiv|corr)\b(?:[\s:,/]*(?:e-?prints?|preprints?|abs|arxiv|cs|stat|math|\[[\w.-]+\]|[\w.-]*\/?\d{4}\.?\d+(?:v\d+)?))*$/i;

interface Venue {
  book?: string | undefined;
  venue?: FoundVenue | undefined;
  workshop?: string | undefined;
  edition?: number | undefined;
  place?: string | undefined;
  volume?: string | undefined;
}

function fitVenue(
  kind: AppearanceKind,
  { container, date }: Reference,
  notebook: Notebook,
): Venue & { kind: AppearanceKind } {
  if (container === undefined) return { kind };
  if (kind === "chapter") return { kind, book: container };
  if (kind === "preprint" && ARCHIVE.test(container))
    return { kind, venue: { name: "arXiv", kind: "repository" } };
  const read =
    kind === "conference" || kind === "workshop" || kind === "poster"
      ? readVenueName(container)
      : plainVenue(container);
  const { name, acronym, edition, workshop, year, place, volume } = read;
  if (year !== undefined && date?.startsWith(year) !== true)
    notebook.drop("container", `the year ${year} in the name of the venue differs from the date`);
  if (workshop !== undefined)
    return {
      kind: "workshop",
      workshop,
      edition,
      place,
      volume,
      venue: { name, acronym, kind: "conference" },
    };
  return { kind, edition, place, volume, venue: { name, acronym, kind: venueKindOf(kind) } };
}

/** First and last page joined by a hyphen. */
const fitPages = (pages: string | undefined) =>
  cleanLine(
    pages
      ?.replaceAll(/\s*(?:--+|[\u2010-\u2015])\s*/g, "-")
      .replace(/^(\d+)\s+-\s+(\d+)$/, "$1-$2"),
  );

/** The addresses that are no identifier in another form. */
function fitLinks(
  reference: Reference,
  kind: AppearanceKind,
  ids: { doi?: string | undefined; arxiv?: string | undefined },
  notebook: Notebook,
) {
  const type = kind === "preprint" ? "preprint" : "paper";
  const urls = reference.urls.flatMap((text): string[] => {
    const url = readUrl(text);
    if (url === undefined) notebook.drop("url", `“${text}” is not a full web address`);
    if (url === undefined) return [];
    const { hostname } = new URL(url);
    const isSameDoi =
      /(^|\.)doi\.org$/.test(hostname) &&
      ids.doi !== undefined &&
      readDoi(url)?.toLowerCase() === ids.doi.toLowerCase();
    const arxiv = /(^|\.)arxiv\.org$/.test(hostname)
      ? readArxivId(url)
      : /(^|\.)doi\.org$/.test(hostname)
        ? findArxivId(url)
        : undefined;
    const isSameArxiv =
      arxiv !== undefined &&
      ids.arxiv !== undefined &&
      foldArxivId(arxiv) === foldArxivId(ids.arxiv);
    return isSameDoi || isSameArxiv ? [] : [url];
  });
  return [...new Set(urls)].map((url) => ({ type, url }) as const);
}

function fitIdentifiers(reference: Reference): {
  doi?: string | undefined;
  arxiv?: string | undefined;
} {
  const links = reference.urls.filter((url) =>
    /^https?:\/\/(?:\w+\.)*(?:doi|arxiv)\.org\//i.test(url.trim()),
  );
  const doi = [reference.doi, ...links.filter((url) => /doi\.org/i.test(url))]
    .flatMap((text) => (text === undefined ? [] : [readDoi(text)]))
    .find(Boolean);
  const stated = reference.arxiv === undefined ? undefined : readArxivId(reference.arxiv);
  const speaking = [
    reference.container,
    reference.doi,
    reference.volume,
    reference.note,
    ...links,
  ].flatMap((text) => (text === undefined ? [] : [findArxivId(text)]));
  // The archive's own DOIs say nothing beyond the identifier.
  return {
    doi: doi !== undefined && doi.startsWith("10.48550/") ? undefined : doi,
    arxiv: stated ?? speaking.find((id) => id !== undefined),
  };
}

/** Kinds that may be files of an archive although the entry says otherwise. */
const KINDS_OF_ARCHIVE: ReadonlySet<CitationKind> = new Set<CitationKind>(["other", "journal"]);

/** What only books and parts of them have. */
function fitBook(
  reference: Reference,
  kind: AppearanceKind,
  notebook: Notebook,
): Partial<FoundForm> {
  const { editors = [], edition } = reference;
  const number = hasBookEdition(kind) && edition !== undefined ? readOrdinal(edition) : undefined;
  if (edition !== undefined && number === undefined)
    notebook.drop("edition", `“${edition}” has no place in the record`);
  if (editors.length > 0 && kind !== "chapter" && kind !== "edited-book")
    notebook.drop("editor", `a ${kind} has no place for its editors`);
  const isbn = cleanLine(reference.isbn)
    ?.replaceAll(/[^\dX-]/gi, "")
    .toUpperCase();
  return {
    editors: kind === "chapter" && editors.length > 0 ? editors : undefined,
    series: cleanLine(reference.series),
    number: cleanLine(reference.number),
    isbn: isbn === "" ? undefined : isbn,
    ...(number === undefined ? {} : { edition: number }),
  };
}

function kindOf(reference: Reference, arxiv: string | undefined): AppearanceKind {
  const isArchive = ARCHIVE.test(reference.container ?? "");
  const isPreprint =
    KINDS_OF_ARCHIVE.has(reference.kind) &&
    (isArchive || (reference.kind === "other" && arxiv !== undefined));
  if (isPreprint) return "preprint";
  const isEdited =
    reference.kind === "book" &&
    reference.authors.length === 0 &&
    (reference.editors ?? []).length > 0;
  if (isEdited) return "edited-book";
  return reference.kind === "manuscript" ? "preprint" : reference.kind;
}

function fitForms(reference: Reference, notebook: Notebook): FoundForm[] {
  const ids = fitIdentifiers(reference);
  const { status, track, lost } = readStatusNote(reference.note, ids.arxiv);
  if (lost !== undefined) notebook.drop("note", `“${lost}” has no place in the record`);
  const isManuscript = reference.kind === "manuscript";
  const fitted = fitVenue(
    kindOf(reference, ids.arxiv),
    isManuscript ? { ...reference, container: undefined } : reference,
    notebook,
  );
  const isPublished = fitted.kind !== "preprint";
  const form: FoundForm = {
    ...fitted,
    ...fitBook(reference, fitted.kind, notebook),
    ...(fitted.edition === undefined ? {} : { edition: fitted.edition }),
    track,
    date: reference.date,
    status: isManuscript ? "under-review" : status,
    publisher: cleanLine(reference.publisher),
    place: cleanLine(reference.place) ?? fitted.place,
    volume: isPublished ? (cleanLine(reference.volume) ?? fitted.volume) : undefined,
    issue: isPublished ? cleanLine(reference.issue) : undefined,
    pages: isPublished ? fitPages(reference.pages) : undefined,
    doi: ids.doi,
    arxiv: isPublished ? undefined : ids.arxiv,
    links: fitLinks(reference, fitted.kind, ids, notebook),
  };
  if (!isPublished) {
    for (const field of ["volume", "issue", "pages"] as const)
      if (reference[field] !== undefined && findArxivId(reference[field]) === undefined)
        notebook.drop(field, "a preprint has no place for it");
  }
  return isPublished && ids.arxiv !== undefined
    ? [form, { kind: "preprint", arxiv: ids.arxiv, links: [] }]
    : [form];
}

/**
 * Fits an entry of any bibliography to the record, or tells why it is left out. A published work
 * with an arXiv identifier gets two forms.
 */
export function fitReference(reference: Reference, notebook: Notebook): FoundWork | undefined {
  const title = cleanLine(reference.title);
  if (title === undefined) return notebook.leaveOut("it has no title");
  const { translators = [] } = reference;
  const authors =
    reference.authors.length > 0 || reference.kind !== "book"
      ? reference.authors
      : (reference.editors ?? []);
  if (authors.length === 0 && translators.length === 0)
    return notebook.leaveOut("it names no authors");
  const forms = fitForms(reference, notebook);
  const [first] = forms;
  if (
    first !== undefined &&
    WORK_KINDS[first.kind].needsVenue === true &&
    first.venue === undefined &&
    first.status !== "under-review"
  ) {
    return notebook.leaveOut(`a ${first.kind} needs a venue, and the entry names none`);
  }
  return {
    title,
    authors,
    ...(translators.length === 0
      ? {}
      : { translators, originalTitle: cleanLine(reference.originalTitle) }),
    forms,
    abstract: cleanProse(reference.abstract),
    topics: reference.topics.flatMap((topic) => cleanLine(topic) ?? []),
  };
}
