import { type CitationKind, type Container, WORK_KINDS } from "@triptych/schema";

/** What holds a work that is cited as this; a manuscript is held by nothing. */
export const containerOf = (kind: CitationKind): Container | undefined =>
  kind === "manuscript" ? undefined : WORK_KINDS[kind].container;

/** A book that is no part of another; the formats have no field for a venue of it. */
export const isWholeBook = (kind: CitationKind) => containerOf(kind) === "series";

/** Kinds with an edition of their own; a chapter has that of its book. */
export const hasEdition = (kind: CitationKind) => isWholeBook(kind) || containerOf(kind) === "book";

/** Kinds whose number is called a version. */
export const isVersioned = (kind: CitationKind) =>
  kind !== "manuscript" && WORK_KINDS[kind].number === "version";

export const isThesis = (kind: CitationKind) => containerOf(kind) === "school";
