import type { Cv } from "@triptych/schema";
import { composeCoauthors } from "./coauthor.ts";
import type { Publication } from "../works/publication.ts";
import { groupPublications, type PublicationGroup } from "../works/publication-groups.ts";
import { HONOUR_NAMES } from "../works/wording.ts";

/** A value that at least one work has. */
export interface FacetOption {
  value: string;
  /** With its count: `Oral (3)`. */
  text: string;
  /** The name in full, where the text has only the acronym of a venue. */
  name?: string;
}

/** What a list of works can be narrowed by; every facet holds only values of the record. */
export interface Facets {
  years: FacetOption[];
  kinds: FacetOption[];
  venues: FacetOption[];
  /** Begins with `any` where some work is honoured. */
  honours: FacetOption[];
  /** By name. */
  coauthors: FacetOption[];
  /** `First author (12)`, or nothing where the owner is never first. */
  first?: string;
}

const option = (value: string, name: string, count: number): FacetOption => ({
  value,
  text: `${name} (${count})`,
});

const groupOption =
  (valueOf: (group: PublicationGroup) => string | undefined) =>
  (group: PublicationGroup): FacetOption[] => {
    const value = valueOf(group);
    return value === undefined ? [] : [option(value, group.label, group.publications.length)];
  };

function honourOptions(publications: readonly Publication[]): FacetOption[] {
  const honoured = publications.filter(({ honours }) => honours.length > 0);
  if (honoured.length === 0) return [];
  const each = Object.entries(HONOUR_NAMES).flatMap(([honour, name]) => {
    const count = honoured.filter(({ honours }) =>
      honours.some((known) => known === honour),
    ).length;
    return count === 0 ? [] : [option(honour, name, count)];
  });
  return [option("any", "Any honour", honoured.length), ...each];
}

/** Whether the owner is the first or only author: what the `first` facet means. */
export function isFirstAuthored({ position }: Publication): boolean {
  return position === "first" || position === "only";
}

function venueOptions(publications: readonly Publication[], cv: Cv): FacetOption[] {
  const venues = new Map(cv.venues.map((venue) => [venue.id, venue]));
  return groupPublications(publications, cv, "venue")
    .flatMap(groupOption(({ publications: [one] }) => one?.series?.id))
    .map((known) => {
      const venue = venues.get(known.value);
      return venue?.acronym === undefined || venue.acronym === venue.name
        ? known
        : { ...known, name: venue.name };
    });
}

export function composeFacets(publications: readonly Publication[], cv: Cv): Facets {
  const first = publications.filter(isFirstAuthored).length;
  return {
    years: groupPublications(publications, cv, "year").flatMap(groupOption(({ id }) => id)),
    kinds: groupPublications(publications, cv, "kind").flatMap(groupOption(({ id }) => id)),
    venues: venueOptions(publications, cv),
    honours: honourOptions(publications),
    coauthors: composeCoauthors(cv)
      .map(({ id, name, publications: shared }) => option(id, name, shared.length))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
    ...(first === 0 ? {} : { first: `First author (${first})` }),
  };
}
