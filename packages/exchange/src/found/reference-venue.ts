import { type AppearanceKind, hasBookEdition, venueKindOf } from "@triptych/schema";
import { cleanLine } from "../text/plain-text.ts";
import { type FoundForm, type FoundVenue, listNames, type Notebook } from "./finding.ts";
import type { Reference } from "./reference.ts";
import { readArchive } from "./phrase/archive.ts";
import { readStatusNote } from "./phrase/status-note.ts";
import { plainVenue, readOrdinal, readVenueName } from "./venue-name.ts";

interface Venue {
  book?: string | undefined;
  venue?: FoundVenue | undefined;
  workshop?: string | undefined;
  edition?: number | undefined;
  place?: string | undefined;
  volume?: string | undefined;
}

const WORKSHOP = /\bworkshops? (?:on|for|in|of|at)\b/i;

/** Where it appeared; a workshop is known by the name of its venue alone. */
export function fitVenue(
  kind: AppearanceKind,
  reference: Reference,
  notebook: Notebook,
): Venue & { kind: AppearanceKind } {
  const { container, date } = reference;
  if (container === undefined) return { kind };
  if (kind === "journal" && WORKSHOP.test(container))
    return fitVenue("conference", reference, notebook);
  if (kind === "chapter") return { kind, book: container };
  const archive = kind === "preprint" ? readArchive(container) : undefined;
  if (archive !== undefined) return { kind, venue: { name: archive, kind: "repository" } };
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
  if (kind === "conference" && /\bworkshops?\b/i.test(name))
    notebook.todo(
      "venue",
      `“${name}” is a workshop by its name; if it was held at a conference, name that as the ` +
        "venue, and set the kind to workshop",
    );
  return { kind, edition, place, volume, venue: { name, acronym, kind: venueKindOf(kind) } };
}

/** What a note calls a paper that has not appeared. */
const IS_PAPER = /^(?:working |discussion )?paper\b|^(?:pre-?print|draft)\b/i;

/** An address at an archive, such as `https://www.biorxiv.org/content/1`. */
function isArchiveAddress(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|papers)\./, "") ?? "";
  return readArchive(host) !== undefined;
}

/** What it is in the record, by what the entry says of itself and of where it stands. */
export function kindOfReference(reference: Reference, arxiv: string | undefined): AppearanceKind {
  const isArchive =
    readArchive(reference.container) !== undefined || reference.urls.some(isArchiveAddress);
  const { status } = readStatusNote(reference.note, arxiv);
  const isPaper = status !== undefined || IS_PAPER.test(reference.note ?? "");
  const isPreprint =
    (reference.kind === "other" && (isArchive || arxiv !== undefined || isPaper)) ||
    (reference.kind === "journal" && readArchive(reference.container) !== undefined);
  if (isPreprint) return "preprint";
  const isEdited =
    reference.kind === "book" &&
    reference.authors.length === 0 &&
    (reference.editors ?? []).length > 0;
  if (isEdited) return "edited-book";
  if (reference.kind !== "manuscript") return reference.kind;
  // What nobody can read and nobody was handed is no preprint.
  const isOut =
    isArchive || arxiv !== undefined || reference.doi !== undefined || reference.urls.length > 0;
  return isOut || isPaper ? "preprint" : "other";
}

const ISBN_LENGTH = 10;

/** What only books and parts of them have. */
export function fitBook(
  reference: Reference,
  kind: AppearanceKind,
  notebook: Notebook,
): Partial<FoundForm> {
  const { editors = [], edition } = reference;
  const { number, isAll } =
    hasBookEdition(kind) && edition !== undefined ? readOrdinal(edition) : { isAll: false };
  if (edition !== undefined && !isAll)
    notebook.drop("edition", `“${edition}” has no place in the record`);
  if (editors.length > 0 && kind !== "chapter" && kind !== "edited-book")
    notebook.drop("editor", `${listNames(editors)}: a ${kind} has no place for its editors`);
  const isbn = cleanLine(reference.isbn)
    ?.replaceAll(/[^\dX-]/gi, "")
    .toUpperCase();
  const isShort = isbn !== undefined && isbn.replaceAll("-", "").length < ISBN_LENGTH;
  if (isShort) notebook.drop("isbn", `“${reference.isbn}” is no ISBN`);
  return {
    editors: kind === "chapter" && editors.length > 0 ? editors : undefined,
    series: cleanLine(reference.series),
    number: cleanLine(reference.number),
    isbn: isShort ? undefined : isbn,
    ...(number === undefined ? {} : { edition: number }),
  };
}
