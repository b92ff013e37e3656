import { type AppearanceKind, type Cv, KIND_ORDER } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { compareByDay, filePublications } from "./publication-order.ts";
import type { Publication } from "./publication.ts";
import { venueLabel } from "./venue.ts";

/** What the list of works can be grouped by. */
export type PublicationGrouping = "year" | "kind" | "venue";

export interface PublicationGroup {
  /** Unique within the grouping, fit for an anchor after lower-casing and hyphens. */
  id: string;
  label: string;
  publications: Publication[];
}

/** What the works of a record are grouped with. */
interface Grouping {
  cv: Cv;
  words: Words;
  by: PublicationGrouping;
}

const sortByDay = (publications: readonly Publication[]) => publications.toSorted(compareByDay);

/** What a work is listed as: its kind, but an article only once a journal has accepted it. */
export function listedKind({ group, kind }: Publication): AppearanceKind | "manuscript" {
  return group === "preprint" && kind !== "preprint" ? "manuscript" : kind;
}

function groupByKind(publications: readonly Publication[], words: Words): PublicationGroup[] {
  const order = KIND_ORDER.flatMap((id) =>
    id === "preprint" ? ([id, "manuscript"] as const) : [id],
  );
  const filed = Map.groupBy(publications, listedKind);
  return order.flatMap((id) => {
    const own = filed.get(id) ?? [];
    const noun = id === "manuscript" ? words.record.works.manuscripts : words.record.kinds[id];
    const label = noun.title({ count: own.length });
    return own.length === 0 ? [] : [{ id, label, publications: sortByDay(own) }];
  });
}

/** The venues with most works first, then by name; works without a venue at the end. */
function groupByVenue(
  publications: readonly Publication[],
  cv: Cv,
  words: Words,
): PublicationGroup[] {
  const groups = Map.groupBy(publications, ({ series }) => series?.id);
  const named = cv.venues.flatMap((venue) => {
    const own = groups.get(venue.id);
    return own === undefined
      ? []
      : [{ id: `venue-${venue.id}`, label: venueLabel(venue), publications: sortByDay(own) }];
  });
  named.sort(
    (a, b) => b.publications.length - a.publications.length || (a.label < b.label ? -1 : 1),
  );
  const homeless = groups.get(undefined);
  return homeless === undefined
    ? named
    : [...named, { id: "no-venue", label: words.works.noVenue, publications: sortByDay(homeless) }];
}

/**
 * Every work in exactly one group; a work with several appearances stands where the one it is cited
 * by belongs. Empty groups are left out.
 */
export function groupPublications(
  publications: readonly Publication[],
  { cv, words, by }: Grouping,
): PublicationGroup[] {
  if (by === "kind") return groupByKind(publications, words);
  if (by === "venue") return groupByVenue(publications, cv, words);
  return filePublications(publications).map(({ label, publications: filed }) => ({
    id: label,
    label,
    publications: filed,
  }));
}
