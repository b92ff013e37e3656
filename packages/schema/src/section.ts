import { z } from "zod";
import {
  Course,
  MediaItem,
  Mentee,
  Organisation,
  Service,
  Talk,
  Tutorial,
} from "./entry/activity.ts";
import { Award, Education, Grant, Position } from "./entry/career.ts";
import {
  Certificate,
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
} from "./entry/practice.ts";
import { keysOf } from "./table.ts";

type FieldOf<Entry> = Extract<keyof Entry, string>;

/** What makes two entries of a list one thing, for whoever compares records. */
export interface Identity<Field extends string = string> {
  /** Fields in which they must agree, or a field of one, such as `institution.name`. */
  fields: readonly (Field | `${Field}.${string}`)[];
  /** Whether the year of their date must agree too; sources date what lasts in different ways. */
  sameYear: boolean;
  /** A field that parts them only where both have it. */
  facet?: Field;
}

/** What is known of a list of the record besides the shape of its entries. */
export interface ListFacts<Field extends string = string> {
  /** The field that dates an entry; left out where entries have no date. */
  date?: Extract<"period" | "date" | "year", Field>;
  identity: Identity<Field>;
}

function listOf<Entry extends z.ZodObject>(
  entry: Entry,
  facts: ListFacts<FieldOf<z.output<Entry>>>,
) {
  return { entry, ...facts };
}

/** Lists of the record that hold entries of one shape, in the order of the record. */
export const LISTS = {
  education: listOf(Education, {
    date: "period",
    identity: { fields: ["institution.name", "degree"], sameYear: false, facet: "field" },
  }),
  positions: listOf(Position, {
    date: "period",
    identity: { fields: ["institution.name", "title"], sameYear: true },
  }),
  awards: listOf(Award, {
    date: "date",
    identity: { fields: ["title"], sameYear: true, facet: "bodies" },
  }),
  grants: listOf(Grant, {
    date: "period",
    identity: { fields: ["title"], sameYear: true, facet: "funders" },
  }),
  talks: listOf(Talk, {
    date: "date",
    identity: { fields: ["title", "host", "series"], sameYear: true },
  }),
  courses: listOf(Course, {
    date: "date",
    identity: { fields: ["title", "institution"], sameYear: true },
  }),
  tutorials: listOf(Tutorial, {
    date: "date",
    identity: { fields: ["title", "event"], sameYear: true },
  }),
  mentees: listOf(Mentee, {
    date: "period",
    identity: { fields: ["names", "institution", "level"], sameYear: false },
  }),
  service: listOf(Service, { date: "year", identity: { fields: ["kind"], sameYear: true } }),
  organisation: listOf(Organisation, {
    date: "date",
    identity: { fields: ["event", "title", "role", "kind"], sameYear: true },
  }),
  media: listOf(MediaItem, {
    date: "date",
    identity: { fields: ["title"], sameYear: true, facet: "outlet" },
  }),
  exhibitions: listOf(Exhibition, {
    date: "period",
    identity: { fields: ["title", "institution"], sameYear: true },
  }),
  projects: listOf(Project, {
    date: "period",
    identity: { fields: ["title", "organisation"], sameYear: false },
  }),
  consulting: listOf(Consulting, {
    date: "period",
    identity: { fields: ["client", "title"], sameYear: true },
  }),
  certificates: listOf(Certificate, {
    date: "date",
    identity: { fields: ["title", "body"], sameYear: true },
  }),
  memberships: listOf(Membership, {
    date: "period",
    identity: { fields: ["body", "role"], sameYear: false },
  }),
  skills: listOf(SkillArea, { identity: { fields: ["area"], sameYear: false } }),
  languages: listOf(Language, { identity: { fields: ["language"], sameYear: false } }),
  references: listOf(Reference, { identity: { fields: ["name"], sameYear: false } }),
};

export type ListId = keyof typeof LISTS;

export const LIST_IDS: readonly ListId[] = keysOf(LISTS);

/**
 * The sections of a document in their usual order, each with the lists it shows. Interests stand in
 * the profile, and publications are works, which have a table of their own.
 */
const SECTIONS = {
  education: ["education"],
  positions: ["positions"],
  projects: ["projects"],
  consulting: ["consulting"],
  interests: [],
  awards: ["awards"],
  grants: ["grants"],
  certificates: ["certificates"],
  talks: ["talks"],
  exhibitions: ["exhibitions"],
  teaching: ["courses", "tutorials", "mentees"],
  service: ["service"],
  organisation: ["organisation"],
  memberships: ["memberships"],
  media: ["media"],
  publications: [],
  skills: ["skills"],
  languages: ["languages"],
  references: ["references"],
} as const satisfies Record<string, readonly ListId[]>;

export const SectionId = z.enum(keysOf(SECTIONS));

export type SectionId = z.output<typeof SectionId>;

/** The lists of the record that a section shows; none for interests and publications. */
export const listsOfSection = (section: SectionId): readonly ListId[] => SECTIONS[section];

/** The section that shows a list. */
export function sectionOfList(list: ListId): SectionId {
  const section = SectionId.options.find((id) => listsOfSection(id).includes(list));
  if (section === undefined) throw new Error(`no section shows ${list}`);
  return section;
}

/** Whether the entries of a section have dates, so that a window of time can leave them out. */
export function isDatedSection(section: SectionId): boolean {
  return (
    section === "publications" ||
    listsOfSection(section).some((list) => LISTS[list].date !== undefined)
  );
}

type ListShapes = {
  [List in ListId]: z.ZodDefault<z.ZodArray<(typeof LISTS)[List]["entry"]>>;
};

/** The lists as parts of the record. The first signature says what `fromEntries` cannot. */
export function listShapes(): ListShapes;
export function listShapes(): Record<string, z.ZodType> {
  return Object.fromEntries(
    LIST_IDS.map((list) => {
      const { entry } = LISTS[list];
      const about = `A list. Each entry: ${entry.description ?? list}`;
      return [list, z.array<z.ZodType>(entry).default([]).describe(about)];
    }),
  );
}
