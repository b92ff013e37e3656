import type { Appearance, AppearanceKind, Honour, ListId, VenueKind } from "@triptych/schema";

/**
 * An author as a foreign file names them. `family` is set where the source states it; `marks` are
 * signs such as `*` that stood at the name.
 */
export interface FoundAuthor {
  name: string;
  family?: string | undefined;
  marks?: string | undefined;
}

/** Names as a report says them. */
export const listNames = (people: readonly FoundAuthor[]): string =>
  people.map(({ name }) => `“${name}”`).join(", ");

/** What a sign at an author's name means. */
export type MarkMeaning = "equal" | "corresponding" | "ignore";

/**
 * A venue by what a foreign file says of it; whether the record knows it already is found out when
 * it is merged.
 */
export interface FoundVenue {
  name: string;
  acronym?: string | undefined;
  kind: VenueKind;
}

/** One form in which a work appeared, as the record states it, but for the venue. */
export interface FoundForm {
  kind: AppearanceKind;
  venue?: FoundVenue | undefined;
  workshop?: string | undefined;
  track?: string | undefined;
  edition?: number | undefined;
  date?: string | undefined;
  status?: Appearance["status"] | undefined;
  book?: string | undefined;
  editors?: FoundAuthor[] | undefined;
  series?: string | undefined;
  translationOf?: { title?: string | undefined; authors: FoundAuthor[] } | undefined;
  publisher?: string | undefined;
  place?: string | undefined;
  number?: string | undefined;
  isbn?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  doi?: string | undefined;
  arxiv?: string | undefined;
  honours?: Honour[] | undefined;
  links: Appearance["links"];
}

/** A work found in a foreign file; the first form is the one it is cited by. */
export interface FoundWork {
  title: string;
  authors: FoundAuthor[];
  /** The file says that it does not name them all. */
  hasMoreAuthors?: true;
  forms: FoundForm[];
  /**
   * Translators of a book; whether the owner is one of them decides whether it is the owner's book
   * or the owner's translation.
   */
  translators?: FoundAuthor[] | undefined;
  originalTitle?: string | undefined;
  abstract?: string | undefined;
  topics: string[];
  /** What signs at its authors mean, where the entry says it. */
  marks?: ReadonlyMap<string, MarkMeaning> | undefined;
  /** It is one of those that its owner shows first. */
  isSelected?: true;
  /** DOI of the form in which a preprint has appeared since. */
  publishedAs?: string | undefined;
}

/** An entry of a list of the record, not checked yet. */
export interface Part {
  list: ListId;
  value: Record<string, unknown>;
}

/**
 * Where something stood: the entry's key in its file, and its line counted from 1; 0 where the
 * format has no lines.
 */
export interface Origin {
  key: string;
  line: number;
}

/** A work by its identifier alone, for files that name no authors. */
export interface Identifier {
  scheme: "doi" | "arxiv";
  value: string;
}

/** What one entry of a foreign file gives to the record. Parts and profiles are not checked yet. */
export type Finding =
  | { kind: "work"; work: FoundWork }
  | { kind: "pointer"; id: Identifier; title?: string | undefined }
  | ({ kind: "part" } & Part)
  | { kind: "profile"; value: Record<string, unknown> };

export type Found = Origin & Finding;

/** What an entry of a list gives, if it gives anything. */
export const asFinding = (part: Part | undefined): Finding | undefined =>
  part === undefined ? undefined : { kind: "part", ...part };

/**
 * Something the owner must know: a field that has no place, a fact that was inferred, an entry that
 * was not taken, one that was and lacks something, or a work that was retracted.
 */
export interface Remark extends Origin {
  kind: "dropped" | "guessed" | "left-out" | "to-do" | "retracted";
  /** Name of the field in the foreign file; absent where a remark is about the entry. */
  field?: string | undefined;
  reason: string;
}

/** All that was in a foreign file. `read` counts its entries, those that were left out too. */
export interface Reading {
  read: number;
  found: Found[];
  remarks: Remark[];
}

/** Collects what is found in one entry, so that readers need not carry its key and line about. */
export interface Notebook {
  drop: (field: string, reason: string) => void;
  guess: (field: string, reason: string) => void;
  /** For what is taken and lacks something that the owner should add. */
  todo: (field: string, reason: string) => void;
  leaveOut: (reason: string) => undefined;
  retract: (reason: string) => void;
}

export function openNotebook(remarks: Remark[], { key, line }: Origin): Notebook {
  return {
    drop: (field, reason) => remarks.push({ kind: "dropped", key, line, field, reason }),
    guess: (field, reason) => remarks.push({ kind: "guessed", key, line, field, reason }),
    todo: (field, reason) => remarks.push({ kind: "to-do", key, line, field, reason }),
    leaveOut: (reason) => {
      remarks.push({ kind: "left-out", key, line, reason });
    },
    retract: (reason) => remarks.push({ kind: "retracted", key, line, reason }),
  };
}
