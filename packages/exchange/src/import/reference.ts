import type { AppearanceKind, VenueKind } from "@triptych/schema";
import type { FoundAuthor, FoundForm, FoundVenue, FoundWork, Notebook } from "./finding.ts";
import { findArxivId, foldArxivId, readArxivId, readDoi, readUrl } from "./identifier.ts";
import { cleanLine, cleanProse } from "./plain-text.ts";
import { readStatusNote } from "./status-note.ts";
import { plainVenue, readVenueName } from "./venue-name.ts";

/** What bibliographies call the things they list, in one vocabulary. */
export type ReferenceType =
  | "article"
  | "conference"
  | "thesis"
  | "preprint"
  | "manuscript"
  | "book"
  | "chapter"
  | "report"
  | "dataset"
  | "software"
  | "patent"
  | "other";

/** One entry of a bibliography before it is fitted to the record; texts are plain already. */
export interface Reference {
  type: ReferenceType;
  /** The type as the file writes it, for remarks. */
  typeName: string;
  title?: string | undefined;
  authors: FoundAuthor[];
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

/** The kinds of the record. What has none here is left out, and told. */
const KINDS = {
  article: "journal",
  conference: "conference",
  thesis: "thesis",
  preprint: "preprint",
  manuscript: "preprint",
} as const satisfies Partial<Record<ReferenceType, AppearanceKind>>;

const VENUE_KINDS = {
  conference: "conference",
  workshop: "conference",
  poster: "conference",
  journal: "journal",
  review: "journal",
  preprint: "repository",
  dataset: "repository",
  software: "repository",
  thesis: "institution",
  "master-thesis": "institution",
  report: "institution",
  patent: "institution",
  book: "institution",
  "edited-book": "institution",
  translation: "institution",
  chapter: "institution",
  other: "institution",
} as const satisfies Record<AppearanceKind, VenueKind>;

const isKnownType = (type: ReferenceType): type is keyof typeof KINDS => type in KINDS;

/** `arXiv preprint arXiv:2201.11380`, `CoRR`, `ArXiv e-prints`: the archive and nothing else. */
const ARCHIVE = /^(?:arxiv|corr)\b(?:[\s:,/]*(?:e-?prints?|preprints?|abs|arxiv|cs|stat|math|\[[\w.-]+\]|[\w.-]*\/?\d{4}\.?\d+(?:v\d+)?))*$/i;

interface Venue {
  venue?: FoundVenue | undefined;
  workshop?: string | undefined;
  edition?: number | undefined;
  place?: string | undefined;
}

function fitVenue(kind: AppearanceKind, { container, date }: Reference, notebook: Notebook): Venue & { kind: AppearanceKind } {
  if (container === undefined) return { kind };
  if (kind === "preprint" && ARCHIVE.test(container)) return { kind, venue: { name: "arXiv", kind: "repository" } };
  const read = kind === "conference" || kind === "workshop" ? readVenueName(container) : plainVenue(container);
  const { name, acronym, edition, workshop, year, place } = read;
  if (year !== undefined && date?.startsWith(year) !== true) notebook.drop("container", `the year ${year} in the name of the venue differs from the date`);
  if (workshop !== undefined) return { kind: "workshop", workshop, edition, place, venue: { name, acronym, kind: "conference" } };
  return { kind, edition, place, venue: { name, acronym, kind: VENUE_KINDS[kind] } };
}

/** First and last page joined by a hyphen. */
const fitPages = (pages: string | undefined) => cleanLine(pages?.replaceAll(/\s*(?:--+|[\u2010-\u2015])\s*/g, "-").replace(/^(\d+)\s+-\s+(\d+)$/, "$1-$2"));

/** The addresses that are no identifier in another form. */
function fitLinks(reference: Reference, kind: AppearanceKind, ids: { doi?: string | undefined; arxiv?: string | undefined }, notebook: Notebook) {
  const type = kind === "preprint" ? "preprint" : "paper";
  const urls = reference.urls.flatMap((text): string[] => {
    const url = readUrl(text);
    if (url === undefined) notebook.drop("url", `“${text}” is not a full web address`);
    if (url === undefined) return [];
    const { hostname } = new URL(url);
    const isSameDoi = /(^|\.)doi\.org$/.test(hostname) && ids.doi !== undefined && readDoi(url)?.toLowerCase() === ids.doi.toLowerCase();
    const arxiv = /(^|\.)arxiv\.org$/.test(hostname) ? readArxivId(url) : undefined;
    const isSameArxiv = arxiv !== undefined && ids.arxiv !== undefined && foldArxivId(arxiv) === foldArxivId(ids.arxiv);
    return isSameDoi || isSameArxiv ? [] : [url];
  });
  return [...new Set(urls)].map((url) => ({ type, url }) as const);
}

function fitIdentifiers(reference: Reference): { doi?: string | undefined; arxiv?: string | undefined } {
  const links = reference.urls.filter((url) => /^https?:\/\/(?:\w+\.)*(?:doi|arxiv)\.org\//i.test(url.trim()));
  const doi = [reference.doi, ...links.filter((url) => /doi\.org/i.test(url))].flatMap((text) => (text === undefined ? [] : [readDoi(text)])).find(Boolean);
  const stated = reference.arxiv === undefined ? undefined : readArxivId(reference.arxiv);
  const speaking = [reference.container, reference.doi, reference.volume, reference.note, ...links].flatMap((text) =>
    text === undefined ? [] : [findArxivId(text)],
  );
  // The archive's own DOIs say nothing beyond the identifier.
  return { doi: doi !== undefined && doi.startsWith("10.48550/") ? undefined : doi, arxiv: stated ?? speaking.find((id) => id !== undefined) };
}

function fitForms(reference: Reference, notebook: Notebook): FoundForm[] | undefined {
  const ids = fitIdentifiers(reference);
  const isArchived = ids.arxiv !== undefined || ARCHIVE.test(reference.container ?? "");
  const isPreprint = reference.type === "other" ? isArchived : reference.type === "article" && ARCHIVE.test(reference.container ?? "");
  const type = isPreprint ? "preprint" : reference.type;
  if (!isKnownType(type)) return undefined;
  const { status, track, lost } = readStatusNote(reference.note, isArchived ? ids.arxiv : undefined);
  if (lost !== undefined) notebook.drop("note", `“${lost}” has no place in the record`);
  const fitted = fitVenue(KINDS[type], type === "manuscript" ? { ...reference, container: undefined } : reference, notebook);
  const isPublished = fitted.kind !== "preprint";
  const form: FoundForm = {
    ...fitted,
    track,
    date: reference.date,
    status: type === "manuscript" ? "under-review" : status,
    publisher: cleanLine(reference.publisher),
    place: cleanLine(reference.place) ?? fitted.place,
    volume: isPublished ? cleanLine(reference.volume) : undefined,
    issue: isPublished ? cleanLine(reference.issue) : undefined,
    pages: isPublished ? fitPages(reference.pages) : undefined,
    doi: ids.doi,
    arxiv: isPublished ? undefined : ids.arxiv,
    links: fitLinks(reference, fitted.kind, ids, notebook),
  };
  if (!isPublished) {
    for (const field of ["volume", "issue", "pages"] as const)
      if (reference[field] !== undefined && findArxivId(reference[field]) === undefined) notebook.drop(field, "a preprint has no place for it");
  }
  return isPublished && ids.arxiv !== undefined ? [form, { kind: "preprint", arxiv: ids.arxiv, links: [] }] : [form];
}

/** Fits an entry of any bibliography to the record, or tells why it is left out. A published work with an arXiv identifier gets two forms. */
export function fitReference(reference: Reference, notebook: Notebook): FoundWork | undefined {
  const title = cleanLine(reference.title);
  if (title === undefined) return notebook.leaveOut("it has no title");
  if (reference.authors.length === 0) return notebook.leaveOut("it names no authors");
  const forms = fitForms(reference, notebook);
  if (forms === undefined) return notebook.leaveOut(`the record has no kind for a ${reference.type} (${reference.typeName})`);
  const [first] = forms;
  if (first !== undefined && first.kind !== "preprint" && first.venue === undefined && first.status !== "under-review") {
    return notebook.leaveOut(`a ${first.kind} needs a venue, and the entry names none`);
  }
  return {
    title,
    authors: reference.authors,
    forms,
    abstract: cleanProse(reference.abstract),
    topics: reference.topics.flatMap((topic) => cleanLine(topic) ?? []),
  };
}
