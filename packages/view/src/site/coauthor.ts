import { type Cv, type Person, printedForm } from "@triptych/schema";
import { createDirectory } from "../text/directory.ts";
import { composePublications, type Publication } from "../works/publication.ts";
import type { Span } from "../text/span.ts";
import { countWorks, workCounter, workNoun } from "../works/work-count.ts";

/** Someone who shares at least one work with the owner. */
export interface Coauthor {
  /** Stable, fit for an address; the target of the name in author lists. */
  id: string;
  /** The usual form of the name; for people the record does not list, the printed one. */
  name: string;
  /** The shared works, in the order of the CV. */
  publications: Publication[];
  /** `4 papers`. */
  countText: string;
  /** `2021–2024`, `2023`, or empty where none of the works is dated. */
  yearsText: string;
  /** Home page and ORCID, where the record has them. */
  links: Span[];
}

/** Co-authors with the same number of shared works. */
export interface CoauthorGroup {
  label: string;
  coauthors: Coauthor[];
}

/** Someone on the works that the owner shares with a co-author. */
export interface Companion {
  id: string;
  name: string;
  countText: string;
}

function personLinks(person: Person): Span[] {
  return [
    ...(person.url === undefined ? [] : [{ text: "Home page", href: person.url }]),
    ...(person.orcid === undefined
      ? []
      : [{ text: `ORCID ${person.orcid}`, href: `https://orcid.org/${person.orcid}` }]),
  ];
}

function yearsText(publications: readonly Publication[]): string {
  const years = publications
    .filter((publication) => publication.dated)
    .map((publication) => publication.filedUnder);
  const [first, last] = [years.toSorted()[0], years.toSorted().at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? first : `${first}–${last}`;
}

/** Everyone who shares a work with the owner: most works first, then by name. */
export function composeCoauthors(cv: Cv): Coauthor[] {
  const directory = createDirectory(cv);
  const all = composePublications(cv);
  const publications = new Map(all.map((publication) => [publication.id, publication]));
  const shared = new Map<string, { name: string; works: Set<string>; links: Span[] }>();
  for (const work of cv.publications) {
    for (const author of work.authors) {
      const id = directory.coauthorOf(author);
      if (id === undefined) continue;
      const known = shared.get(id);
      if (known !== undefined) known.works.add(work.id);
      else {
        const resolved = directory.resolve(author);
        const person = resolved.kind === "person" ? resolved.person : undefined;
        shared.set(id, {
          name: person?.name ?? printedForm(author),
          works: new Set([work.id]),
          links: person === undefined ? [] : personLinks(person),
        });
      }
    }
  }
  const count = workCounter(all);
  return [...shared]
    .map(([id, { name, works, links }]): Coauthor => {
      const own = [...works]
        .flatMap((work) => publications.get(work) ?? [])
        .sort((a, b) => a.number - b.number);
      return {
        id,
        name,
        publications: own,
        countText: count(own.length),
        yearsText: yearsText(own),
        links,
      };
    })
    .sort((a, b) => b.publications.length - a.publications.length || (a.name < b.name ? -1 : 1));
}

/** The co-authors by number of shared works, in the order given. */
export function groupCoauthors(coauthors: readonly Coauthor[]): CoauthorGroup[] {
  return [...Map.groupBy(coauthors, (coauthor) => coauthor.countText)].map(([label, group]) => ({
    label,
    coauthors: group,
  }));
}

/**
 * Returns who else is on the works of one of the co-authors: most works first, then in the order
 * given.
 */
export function companyComposer(
  coauthors: readonly Coauthor[],
): (coauthor: Coauthor) => Companion[] {
  const say = workCounter(coauthors.flatMap(({ publications }) => publications));
  const places = new Map(coauthors.map(({ id, name }, rank) => [id, { rank, name }]));
  return ({ id: own, publications }) => {
    const counts = new Map<string, number>();
    for (const { coauthors: ids } of publications)
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    counts.delete(own);
    return [...counts]
      .flatMap(([id, count]) => {
        const place = places.get(id);
        return place === undefined ? [] : [{ id, count, ...place }];
      })
      .sort((a, b) => b.count - a.count || a.rank - b.rank)
      .map(({ id, name, count }) => ({ id, name, countText: say(count) }));
  };
}

/** `155 people on 61 papers.` and how the list is ordered; for the head of the list. */
export function coauthorsLead(coauthors: readonly Coauthor[]): string {
  if (coauthors.length === 0) return "The record names no co-authors yet.";
  const shared = coauthors.flatMap(({ publications }) => publications);
  const count = new Set(shared.map(({ id }) => id)).size;
  const noun = workNoun(shared.map(({ kind }) => kind));
  return `${coauthors.length} ${coauthors.length === 1 ? "person" : "people"} on ${countWorks(count, shared)}, those with most ${noun} first.`;
}
