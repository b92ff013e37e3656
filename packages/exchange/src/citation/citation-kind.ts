import type { Appearance } from "@triptych/schema";

/**
 * How a work is cited: the kind of its first appearance, or a manuscript where it is under review
 * and to be read nowhere.
 */
export type CitationKind = Appearance["kind"] | "manuscript";

/**
 * A book that is no part of another: what it stands in is a series, and the formats have no field
 * for a venue.
 */
export const isWholeBook = (kind: CitationKind) =>
  kind === "book" || kind === "edited-book" || kind === "translation";

/** Kinds with an edition of their own; a chapter has that of its book. */
export const hasEdition = (kind: CitationKind) => isWholeBook(kind) || kind === "chapter";

/** Kinds whose number is called a version. */
export const isVersioned = (kind: CitationKind) => kind === "dataset" || kind === "software";

/** Kinds that stand in no container but were written at a school. */
export const isThesis = (kind: CitationKind) => kind === "thesis" || kind === "master-thesis";
