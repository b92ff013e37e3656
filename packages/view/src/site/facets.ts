import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { isLedByOwner } from "../works/author-list.ts";
import { groupPublications, type PublicationGroup } from "../works/publication-groups.ts";
import type { Publication } from "../works/publication.ts";
import { nameBesideLabel } from "../works/venue.ts";
import { composeCoauthors } from "./coauthors/coauthor.ts";

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

/** An option with its name and count in words. */
type MakeOption = (value: string, name: string, count: number) => FacetOption;

const optionMaker =
  ({ works }: Words): MakeOption =>
  (value, name, count) => ({ value, text: works.choice({ name, count }) });

function honourOptions(
  publications: readonly Publication[],
  words: Words,
  option: MakeOption,
): FacetOption[] {
  const honoured = publications.filter(({ honours }) => honours.length > 0);
  if (honoured.length === 0) return [];
  const each = Object.entries(words.record.honours).flatMap(([honour, name]) => {
    const count = honoured.filter(({ honours }) =>
      honours.some((known) => known === honour),
    ).length;
    return count === 0 ? [] : [option(honour, name, count)];
  });
  return [option("any", words.works.anyHonour, honoured.length), ...each];
}

function venueOptions(
  groups: readonly PublicationGroup[],
  { venues }: Cv,
  option: MakeOption,
): FacetOption[] {
  const byId = new Map(venues.map((venue) => [venue.id, venue]));
  return groups.flatMap(({ label, publications }) => {
    const venue = byId.get(publications[0]?.series?.id ?? "");
    if (venue === undefined) return [];
    const name = nameBesideLabel(venue);
    return [
      {
        ...option(venue.id, label, publications.length),
        ...(name === undefined ? {} : { name }),
      },
    ];
  });
}

export function composeFacets(publications: readonly Publication[], cv: Cv, words: Words): Facets {
  const option = optionMaker(words);
  const groupsBy = (by: "year" | "kind" | "venue") =>
    groupPublications(publications, { cv, words, by });
  const optionsOf = (groups: readonly PublicationGroup[]) =>
    groups.map(({ id, label, publications: own }) => option(id, label, own.length));
  const first = publications.filter(isLedByOwner).length;
  return {
    years: optionsOf(groupsBy("year")),
    kinds: optionsOf(groupsBy("kind")),
    venues: venueOptions(groupsBy("venue"), cv, option),
    honours: honourOptions(publications, words, option),
    coauthors: composeCoauthors(cv, words)
      .map(({ id, name, publications: shared }) => option(id, name, shared.length))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
    ...(first === 0
      ? {}
      : { first: words.works.choice({ name: words.works.firstAuthor, count: first }) }),
  };
}
