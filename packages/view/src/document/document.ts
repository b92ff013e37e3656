import { type Cv, type PartialDate, SectionId, type Variant } from "@triptych/schema";
import { equalContributionLegend, ownerPosition } from "../works/author-list.ts";
import { createDirectory, type Directory } from "../text/directory.ts";
import type { DraftEntry } from "./draft-entry.ts";
import type { Entry, Group, Line, Section } from "./entry.ts";
import { grantFigureLines, publicationFigureLines } from "./figure-line.ts";
import { composeHeader, type Header } from "./header.ts";
import { earliestDay, formatDate } from "../text/date.ts";
import { composePublications, PUBLICATION_GROUPS, type Publication } from "../works/publication.ts";
import {
  courseEntries,
  mediaEntries,
  MENTEE_LEVELS,
  menteeEntries,
  ORGANISATION_KINDS,
  organisationEntries,
  serviceEntries,
  talkEntries,
  tutorialEntries,
} from "./sections/activity.ts";
import {
  certificateEntries,
  consultingEntries,
  exhibitionEntries,
  languageEntries,
  membershipEntries,
  projectEntries,
  referenceEntries,
  skillEntries,
} from "./sections/practice.ts";
import {
  awardEntries,
  educationEntries,
  grantEntries,
  positionEntries,
} from "./sections/career.ts";
import { rankLines } from "./rank-line.ts";
import { isInWindow, isSelected, TIMELESS } from "./selection.ts";
import { createSlugger, type Slugger } from "../text/slug.ts";
import { SECTION_TITLES } from "../works/wording.ts";

/** A whole CV as it reads: what the CV page and the PDF show, in reading order. */
export interface CvDocument {
  variant: string;
  title: string;
  header: Header;
  sections: Section[];
}

interface Draft {
  title: string;
  entries: DraftEntry[];
}

/** Everything, in the usual order; what a record without variants shows. */
export const FULL_VARIANT: Variant = { id: "full", title: "Curriculum vitae" };

/** The variants of a record; there is always one called `full`. */
export function listVariants(cv: Cv): Variant[] {
  return cv.variants.some((variant) => variant.id === FULL_VARIANT.id)
    ? cv.variants
    : [FULL_VARIANT, ...cv.variants];
}

/** The name under which a variant is published as PDF: the full one is the CV itself. */
export function pdfFileName({ id }: Variant): string {
  return id === FULL_VARIANT.id ? "cv.pdf" : `cv-${id}.pdf`;
}

/**
 * The same selection, of what is dated since then or goes on, as annual reports ask for. A later
 * start of the variant's own stays.
 */
export function narrowVariant(variant: Variant, since: PartialDate): Variant {
  if (variant.since !== undefined && earliestDay(variant.since) >= earliestDay(since))
    return variant;
  return {
    ...variant,
    id: `${variant.id}-since-${since}`,
    title: `${variant.title} since ${formatDate(since)}`,
    since,
  };
}

function interestDrafts(cv: Cv): DraftEntry[] {
  return cv.profile.interests.map((interest) => ({
    key: `interest-${interest}`,
    rail: "",
    days: undefined,
    lines: [{ role: "detail", spans: [{ text: interest }] }],
  }));
}

function menteeDrafts(cv: Cv, directory: Directory): Draft[] {
  return MENTEE_LEVELS.map(({ level, title }) => ({
    title,
    entries: menteeEntries(cv, directory, level),
  }));
}

function draftGroups(
  cv: Cv,
  directory: Directory,
): Record<Exclude<SectionId, "publications">, Draft[]> {
  const single = (entries: DraftEntry[]): Draft[] => [{ title: "", entries }];
  return {
    education: single(educationEntries(cv, directory)),
    positions: single(positionEntries(cv, directory)),
    interests: single(interestDrafts(cv)),
    awards: single(awardEntries(cv)),
    grants: single(grantEntries(cv, directory)),
    talks: single(talkEntries(cv, directory)),
    teaching: [
      { title: "Courses", entries: courseEntries(cv) },
      { title: "Tutorials given", entries: tutorialEntries(cv) },
      ...menteeDrafts(cv, directory),
    ],
    service: single(serviceEntries(cv)),
    organisation: ORGANISATION_KINDS.map(({ kind, title }) => ({
      title,
      entries: organisationEntries(cv, kind),
    })),
    media: single(mediaEntries(cv)),
    projects: single(projectEntries(cv)),
    consulting: single(consultingEntries(cv)),
    certificates: single(certificateEntries(cv)),
    exhibitions: single(exhibitionEntries(cv, directory)),
    memberships: single(membershipEntries(cv)),
    skills: single(skillEntries(cv)),
    languages: single(languageEntries(cv)),
    references: single(referenceEntries(cv, directory)),
  };
}

/** Whether an entry is shown, by the days it covers; undefined for what has no date. */
export type EntryFilter = (days: DraftEntry["days"], section: SectionId) => boolean;

const filterOf =
  (variant: Variant): EntryFilter =>
  (days, section) =>
    TIMELESS.has(section) || isInWindow(days, variant);

function finishGroup(section: SectionId, draft: Draft, isShown: EntryFilter, slug: Slugger): Group {
  const entries = draft.entries
    .filter((entry) => isShown(entry.days, section))
    .map(({ key, rail, lines }): Entry => ({ id: slug(key), rail, lines }));
  return {
    id: slug(draft.title === "" ? section : `${section}-${draft.title}`),
    title: draft.title,
    entries,
  };
}

/** A year hangs in the rail only where it changes. */
function publicationEntry(
  publication: Publication,
  index: number,
  group: readonly Publication[],
): Entry {
  const isSameYear = index > 0 && group[index - 1]?.filedUnder === publication.filedUnder;
  const lines: Line[] = [
    {
      role: "title",
      spans: [
        { text: publication.title, role: "title", target: { kind: "work", id: publication.id } },
      ],
    },
    { role: "people", spans: publication.listedAuthors },
    ...publication.appearances.map((appearance): Line => ({
      role: "label",
      spans: appearance.full,
    })),
  ];
  return {
    id: `work-${publication.id}`,
    rail: publication.dated && !isSameYear ? publication.filedUnder : "",
    number: publication.number,
    lines,
  };
}

function publicationGroups(cv: Cv, directory: Directory, variant: Variant): Group[] {
  const shown = new Set(
    cv.publications
      .filter((work) => isSelected(work, ownerPosition(work, directory), variant))
      .map((work) => work.id),
  );
  const chosen = composePublications(cv)
    .filter((publication) => shown.has(publication.id))
    .slice(0, variant.works?.atMost);
  return PUBLICATION_GROUPS.map((group) => ({
    id: `publications-${group.id}`,
    title: group.title,
    entries: chosen.filter((publication) => publication.group === group.id).map(publicationEntry),
  }));
}

function publicationIntro(cv: Cv, groups: readonly Group[]): Line[] {
  const ids = new Set(groups.flatMap((group) => group.entries.map((entry) => entry.id)));
  const works = cv.publications.filter((work) => ids.has(`work-${work.id}`));
  const legend = equalContributionLegend(works);
  return [
    ...publicationFigureLines(cv),
    ...rankLines(cv, works),
    ...(legend.length === 0 ? [] : [{ role: "detail" as const, spans: legend }]),
  ];
}

function introOf(section: SectionId, cv: Cv, groups: readonly Group[]): Line[] {
  if (section === "publications") return publicationIntro(cv, groups);
  return section === "grants" ? grantFigureLines(cv) : [];
}

/**
 * The record as one variant shows it; groups and sections without entries are left out.
 * @param isShown stands in for the variant's window of time, for entries other than publications
 */
export function composeDocument(
  cv: Cv,
  variant: Variant = FULL_VARIANT,
  isShown: EntryFilter = filterOf(variant),
): CvDocument {
  const directory = createDirectory(cv);
  const drafts = draftGroups(cv, directory);
  const slug = createSlugger();
  const sections = (variant.sections ?? SectionId.options).map((id): Section => {
    const groups =
      id === "publications"
        ? publicationGroups(cv, directory, variant)
        : drafts[id].map((draft) => finishGroup(id, draft, isShown, slug));
    const filled = groups.filter((group) => group.entries.length > 0);
    return { id, title: SECTION_TITLES[id], intro: introOf(id, cv, filled), groups: filled };
  });
  return {
    variant: variant.id,
    title: variant.title,
    header: composeHeader(cv),
    sections: sections.filter((section) => section.groups.length > 0),
  };
}
