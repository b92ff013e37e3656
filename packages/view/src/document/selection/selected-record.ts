import {
  type Cv,
  isDatedSection,
  LIST_IDS,
  type ListId,
  type SectionId,
  sectionOfList,
  type Variant,
} from "@triptych/schema";
import { selectWorks } from "./selected-works.ts";
import { type DayRange, isInWindow, ofDate, ofPeriod } from "./day-range.ts";

/** The days of an entry by whichever date it has. */
function daysOf(entry: Cv[ListId][number]): DayRange | undefined {
  if ("period" in entry) return ofPeriod(entry.period);
  if ("date" in entry) return ofDate(entry.date);
  return "year" in entry ? ofDate(entry.year) : undefined;
}

export const isShown = (section: SectionId, { sections }: Variant) =>
  sections === undefined || sections.includes(section);

function selectEntries(cv: Cv, list: ListId, variant: Variant): Cv[ListId][number][] {
  const section = sectionOfList(list);
  if (!isShown(section, variant)) return [];
  return cv[list].filter((entry) => !isDatedSection(section) || isInWindow(daysOf(entry), variant));
}

/** What the variant shows of every list. The first signature says what `fromEntries` cannot. */
function selectLists(cv: Cv, variant: Variant): Pick<Cv, ListId>;
function selectLists(cv: Cv, variant: Variant): Record<string, unknown> {
  return Object.fromEntries(LIST_IDS.map((list) => [list, selectEntries(cv, list, variant)]));
}

/**
 * The record reduced to what a variant shows, in the record's own order: for exports of a
 * selection. People, venues, figures and settings stay, but selected works that are gone are not
 * named.
 */
export function selectRecord(cv: Cv, variant: Variant): Cv {
  const ids = new Set(
    isShown("publications", variant) ? selectWorks(cv, variant).map(({ id }) => id) : [],
  );
  const { selected, ...settings } = cv.settings;
  return {
    ...cv,
    ...selectLists(cv, variant),
    profile: isShown("interests", variant) ? cv.profile : { ...cv.profile, interests: [] },
    publications: cv.publications.filter(({ id }) => ids.has(id)),
    settings: {
      ...settings,
      ...(selected === undefined ? {} : { selected: selected.filter((id) => ids.has(id)) }),
    },
  };
}
