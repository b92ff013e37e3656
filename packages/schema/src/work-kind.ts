import { z } from "zod";
import { keysOf } from "./table.ts";
import type { VenueKind } from "./entry/venue.ts";

/**
 * The groups of the publication list, in the order in which the CV numbers them. Lists and bars
 * show the kinds in the same order.
 */
export const WORK_GROUP_IDS = [
  "book",
  "edited-book",
  "translation",
  "conference",
  "journal",
  "chapter",
  "review",
  "preprint",
  "report",
  "patent",
  "dataset",
  "software",
  "poster",
  "thesis",
  "master-thesis",
  "other",
] as const;

export type WorkGroupId = (typeof WORK_GROUP_IDS)[number];

/** What holds a work of some kind, with the kind of venue that is. */
const CONTAINERS = {
  proceedings: "conference",
  event: "conference",
  journal: "journal",
  repository: "repository",
  school: "institution",
  /** Who issued it. */
  issuer: "institution",
  /** The book that a part of it stands in. */
  book: "institution",
  /** What a whole book stands in. */
  series: "institution",
  body: "institution",
} as const satisfies Record<string, VenueKind>;

export type Container = keyof typeof CONTAINERS;

/** What the people are under whose names a work stands. */
export type MakerRole = "author" | "editor" | "translator";

/** A field of an appearance that one kind alone has. */
type OwnField = "book" | "editors" | "translationOf" | "workshop";

export interface WorkKindFacts {
  group: WorkGroupId;
  /** What the people in `authors` are. */
  makers: MakerRole;
  container: Container;
  /** It says too little without where it appeared, unless it is under review. */
  needsVenue?: true;
  ownFields?: readonly OwnField[];
  /** Its own field that it says too little without, unless a venue says enough. */
  needs?: { field: OwnField; name: string; orVenue?: true };
  /** What `number` counts, where that is part of what the work is called. */
  number?: "number" | "version";
  /** It is called by its kind, since where it appeared does not say what it is. */
  isNamed?: true;
  /** Everybody calls it a paper. */
  isPaper?: true;
  /** It has been accepted nowhere yet. */
  isProvisional?: true;
}

const TABLE = {
  conference: {
    group: "conference",
    makers: "author",
    container: "proceedings",
    needsVenue: true,
    isPaper: true,
  },
  workshop: {
    group: "conference",
    makers: "author",
    container: "proceedings",
    needsVenue: true,
    ownFields: ["workshop"],
    needs: { field: "workshop", name: "the name of the workshop" },
    isPaper: true,
  },
  journal: {
    group: "journal",
    makers: "author",
    container: "journal",
    needsVenue: true,
    isPaper: true,
  },
  preprint: {
    group: "preprint",
    makers: "author",
    container: "repository",
    isPaper: true,
    isProvisional: true,
  },
  thesis: {
    group: "thesis",
    makers: "author",
    container: "school",
    needsVenue: true,
    isNamed: true,
    isPaper: true,
  },
  "master-thesis": {
    group: "master-thesis",
    makers: "author",
    container: "school",
    needsVenue: true,
    isNamed: true,
  },
  book: { group: "book", makers: "author", container: "series", isNamed: true },
  "edited-book": { group: "edited-book", makers: "editor", container: "series", isNamed: true },
  translation: {
    group: "translation",
    makers: "translator",
    container: "series",
    ownFields: ["translationOf"],
    isNamed: true,
  },
  chapter: {
    group: "chapter",
    makers: "author",
    container: "book",
    ownFields: ["book", "editors"],
    needs: { field: "book", name: "the title of its book", orVenue: true },
  },
  review: { group: "review", makers: "author", container: "journal", isNamed: true },
  report: {
    group: "report",
    makers: "author",
    container: "issuer",
    number: "number",
    isNamed: true,
  },
  patent: { group: "patent", makers: "author", container: "body", number: "number", isNamed: true },
  dataset: {
    group: "dataset",
    makers: "author",
    container: "repository",
    number: "version",
    isNamed: true,
  },
  software: {
    group: "software",
    makers: "author",
    container: "repository",
    number: "version",
    isNamed: true,
  },
  poster: { group: "poster", makers: "author", container: "event", isNamed: true },
  other: { group: "other", makers: "author", container: "body" },
} as const satisfies Record<string, WorkKindFacts>;

/** What form an appearance of a work is. */
export const AppearanceKind = z
  .enum(keysOf(TABLE))
  .describe(
    "What form it is. A review is one of a book or an exhibition; `other` is for what fits " +
      "nowhere else.",
  );

export type AppearanceKind = z.output<typeof AppearanceKind>;

/** What is known of each kind of work, in the order of the schema. */
export const WORK_KINDS: Readonly<Record<AppearanceKind, WorkKindFacts>> = TABLE;

/** The kinds in the order in which lists and bars show them. */
export const KIND_ORDER: readonly AppearanceKind[] = WORK_GROUP_IDS.flatMap((group) =>
  AppearanceKind.options.filter((kind) => WORK_KINDS[kind].group === group),
);

/** Which kind of venue a work of a kind appears in or is held by. */
export const venueKindOf = (kind: AppearanceKind): VenueKind =>
  CONTAINERS[WORK_KINDS[kind].container];

/** A book that is no part of another: what it stands in is a series. */
export const isWholeBook = (kind: AppearanceKind): boolean =>
  WORK_KINDS[kind].container === "series";

/** Whether `edition` is that of a book, and not which one of its series a conference was. */
export const hasBookEdition = (kind: AppearanceKind): boolean =>
  isWholeBook(kind) || WORK_KINDS[kind].container === "book";
