import { type Cv, isDatedSection, SectionId, type Variant } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { createSlugger, type Slugger } from "../text/slug.ts";
import type { DraftEntry } from "./sections/draft-entry.ts";
import type { DraftGroup } from "./sections/draft-group.ts";
import { DRAFT_SECTIONS } from "./sections/draft-sections.ts";
import type { Entry, Group, Line, Section } from "./sections/entry.ts";
import { grantFigureLines } from "./sections/figure-line.ts";
import { composeHeader, type Header } from "./header/header.ts";
import { publicationGroups, publicationIntro } from "./sections/publications.ts";
import { isInWindow } from "./selection/day-range.ts";
import { readSource, type Source } from "./sections/source.ts";
import { fullVariant } from "./selection/variant.ts";

/** A whole CV as it reads: what the CV page and the PDF show, in reading order. */
export interface CvDocument {
  variant: string;
  title: string;
  header: Header;
  sections: Section[];
}

/** Whether an entry is shown, by the days it covers; undefined for what has no date. */
export type EntryFilter = (days: DraftEntry["days"], section: SectionId) => boolean;

const filterOf =
  (variant: Variant): EntryFilter =>
  (days, section) =>
    !isDatedSection(section) || isInWindow(days, variant);

function finishGroup(
  section: SectionId,
  { title, entries }: DraftGroup,
  isShown: EntryFilter,
  slug: Slugger,
): Group {
  const finished = entries
    .filter((entry) => isShown(entry.days, section))
    .map(({ key, rail, lines }): Entry => ({ id: slug(key), rail, lines }));
  return { id: slug(title === "" ? section : `${section}-${title}`), title, entries: finished };
}

function introOf(section: SectionId, source: Source, groups: readonly Group[]): Line[] {
  if (section === "publications") return publicationIntro(source, groups);
  return section === "grants" ? grantFigureLines(source.cv, source.words) : [];
}

/**
 * The record as one variant shows it; groups and sections without entries are left out.
 * @param isShown stands in for the variant's window of time, for entries other than publications
 */
export function composeDocument(
  cv: Cv,
  words: Words,
  variant: Variant = fullVariant(words),
  isShown: EntryFilter = filterOf(variant),
): CvDocument {
  const source = readSource(cv, words);
  const slug = createSlugger();
  const sections = (variant.sections ?? SectionId.options).map((id): Section => {
    const groups =
      id === "publications"
        ? publicationGroups(source, variant)
        : DRAFT_SECTIONS[id](source).map((draft) => finishGroup(id, draft, isShown, slug));
    const filled = groups.filter((group) => group.entries.length > 0);
    return {
      id,
      title: words.record.sections[id],
      intro: introOf(id, source, filled),
      groups: filled,
    };
  });
  return {
    variant: variant.id,
    title: variant.title,
    header: composeHeader(cv, words),
    sections: sections.filter((section) => section.groups.length > 0),
  };
}
