import type { Cv } from "@triptych/schema";
import { filePublications, type Publication } from "./publication.ts";
import { KIND_ORDER, kindTitle } from "./wording.ts";

/** What the list of works can be grouped by. */
export type PublicationGrouping = "year" | "kind" | "venue";

export interface PublicationGroup {
  /** Unique within the grouping, fit for an anchor after lower-casing and hyphens. */
  id: string;
  label: string;
  publications: Publication[];
}

/** Newest first; what has no date comes last, works of the same day in the order of the CV. */
function sortByDay(publications: readonly Publication[]): Publication[] {
  return publications.toSorted((a, b) =>
    a.day === b.day ? a.number - b.number : a.day < b.day ? 1 : -1,
  );
}

function groupByKind(publications: readonly Publication[]): PublicationGroup[] {
  return KIND_ORDER.flatMap((id) => {
    const own = publications.filter(({ kind }) => kind === id);
    return own.length === 0
      ? []
      : [{ id, label: kindTitle(id, own.length), publications: sortByDay(own) }];
  });
}

/** The venues with most works first, then by name; works without a venue at the end. */
function groupByVenue(publications: readonly Publication[], cv: Cv): PublicationGroup[] {
  const groups = new Map<string, Publication[]>();
  const homeless: Publication[] = [];
  for (const publication of publications) {
    if (publication.series === undefined) homeless.push(publication);
    else
      groups.set(publication.series.id, [
        ...(groups.get(publication.series.id) ?? []),
        publication,
      ]);
  }
  const named = cv.venues.flatMap(({ id, acronym, name }) => {
    const own = groups.get(id);
    return own === undefined
      ? []
      : [{ id: `venue-${id}`, label: acronym ?? name, publications: sortByDay(own) }];
  });
  named.sort(
    (a, b) => b.publications.length - a.publications.length || (a.label < b.label ? -1 : 1),
  );
  return homeless.length === 0
    ? named
    : [...named, { id: "no-venue", label: "No venue yet", publications: sortByDay(homeless) }];
}

/**
 * Every work in exactly one group; a work with several appearances stands where the one it is cited
 * by belongs. Empty groups are left out.
 */
export function groupPublications(
  publications: readonly Publication[],
  cv: Cv,
  by: PublicationGrouping,
): PublicationGroup[] {
  if (by === "kind") return groupByKind(publications);
  if (by === "venue") return groupByVenue(publications, cv);
  return filePublications(publications).map(({ label, publications: filed }) => ({
    id: label,
    label,
    publications: filed,
  }));
}
