import type { Cv, SectionId, Variant } from "@triptych/schema";
import { ownerPosition } from "../works/author-list.ts";
import { createDirectory } from "../text/directory.ts";
import { composePublications } from "../works/publication.ts";
import { type DayRange, isInWindow, isSelected, ofDate, ofPeriod, TIMELESS } from "./selection.ts";

type ListKey =
  | "education"
  | "positions"
  | "projects"
  | "consulting"
  | "awards"
  | "grants"
  | "certificates"
  | "talks"
  | "exhibitions"
  | "courses"
  | "tutorials"
  | "mentees"
  | "service"
  | "organisation"
  | "memberships"
  | "media"
  | "skills"
  | "languages"
  | "references";

/** The days of an entry by whichever date it has; skills, languages and references have none. */
function daysOf(entry: Cv[ListKey][number]): DayRange | undefined {
  if ("period" in entry) return ofPeriod(entry.period);
  if ("date" in entry) return ofDate(entry.date);
  return "year" in entry ? ofDate(entry.year) : undefined;
}

function selectWorks(cv: Cv, variant: Variant): Cv["publications"] {
  const directory = createDirectory(cv);
  const ids = composePublications(cv)
    .map(({ id }) => id)
    .filter((id) => {
      const work = cv.publications.find((candidate) => candidate.id === id);
      return work !== undefined && isSelected(work, ownerPosition(work, directory), variant);
    })
    .slice(0, variant.works?.atMost);
  const chosen = new Set(ids);
  return cv.publications.filter(({ id }) => chosen.has(id));
}

/**
 * The record reduced to what a variant shows, in the record's own order: for exports of a
 * selection. People, venues, figures and settings stay, but selected works that are gone are not
 * named.
 */
export function selectRecord(cv: Cv, variant: Variant): Cv {
  const isShown = (section: SectionId) =>
    variant.sections === undefined || variant.sections.includes(section);
  const keep = <Key extends ListKey>(section: SectionId, key: Key): Cv[Key][number][] =>
    isShown(section)
      ? cv[key].filter((entry) => TIMELESS.has(section) || isInWindow(daysOf(entry), variant))
      : [];
  const publications = isShown("publications") ? selectWorks(cv, variant) : [];
  const ids = new Set(publications.map(({ id }) => id));
  const { selected, ...settings } = cv.settings;
  return {
    ...cv,
    profile: isShown("interests") ? cv.profile : { ...cv.profile, interests: [] },
    education: keep("education", "education"),
    positions: keep("positions", "positions"),
    projects: keep("projects", "projects"),
    consulting: keep("consulting", "consulting"),
    awards: keep("awards", "awards"),
    grants: keep("grants", "grants"),
    certificates: keep("certificates", "certificates"),
    talks: keep("talks", "talks"),
    exhibitions: keep("exhibitions", "exhibitions"),
    courses: keep("teaching", "courses"),
    tutorials: keep("teaching", "tutorials"),
    mentees: keep("teaching", "mentees"),
    service: keep("service", "service"),
    organisation: keep("organisation", "organisation"),
    memberships: keep("memberships", "memberships"),
    media: keep("media", "media"),
    skills: keep("skills", "skills"),
    languages: keep("languages", "languages"),
    references: keep("references", "references"),
    publications,
    settings: {
      ...settings,
      ...(selected === undefined ? {} : { selected: selected.filter((id) => ids.has(id)) }),
    },
  };
}
