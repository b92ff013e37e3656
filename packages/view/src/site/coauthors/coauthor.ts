import { type Cv, type Person, type PrintedName, printedForm } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { createDirectory, type Directory } from "../../text/directory.ts";
import type { Span } from "../../text/span.ts";
import { worksNoun } from "../../works/kind-name.ts";
import { composePublications, type Publication } from "../../works/publication.ts";

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

function personLinks({ url, orcid }: Person, { record }: Words): Span[] {
  return [
    ...(url === undefined ? [] : [{ text: record.homePage, href: url }]),
    ...(orcid === undefined
      ? []
      : [{ text: record.orcid({ id: orcid }), href: `https://orcid.org/${orcid}` }]),
  ];
}

function yearsText(publications: readonly Publication[]): string {
  const years = publications
    .filter(({ filing }) => filing === "year")
    .map(({ filedUnder }) => filedUnder)
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? first : `${first}–${last}`;
}

/** A name as it is printed first, and the works it stands on. */
interface Shared {
  author: PrintedName;
  works: Set<string>;
}

/** By the ids of the co-authors. */
function findShared(cv: Cv, directory: Directory): Map<string, Shared> {
  const shared = new Map<string, Shared>();
  for (const { id: work, authors } of cv.publications) {
    for (const author of authors) {
      const id = directory.coauthorOf(author);
      if (id === undefined) continue;
      const known = shared.get(id);
      if (known === undefined) shared.set(id, { author, works: new Set([work]) });
      else known.works.add(work);
    }
  }
  return shared;
}

/** Everyone who shares a work with the owner: most works first, then by name. */
export function composeCoauthors(cv: Cv, words: Words): Coauthor[] {
  const directory = createDirectory(cv);
  const all = composePublications(cv, words);
  const publications = new Map(all.map((publication) => [publication.id, publication]));
  const noun = worksNoun(all, words);
  return [...findShared(cv, directory)]
    .map(([id, { author, works }]): Coauthor => {
      const resolved = directory.resolve(author);
      const person = resolved.kind === "person" ? resolved.person : undefined;
      const own = [...works]
        .flatMap((work) => publications.get(work) ?? [])
        .sort((a, b) => a.number - b.number);
      return {
        id,
        name: person?.name ?? printedForm(author),
        publications: own,
        countText: noun.counted({ count: own.length }),
        yearsText: yearsText(own),
        links: person === undefined ? [] : personLinks(person, words),
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

/** `155 people on 61 papers.` and how the list is ordered; for the head of the list. */
export function coauthorsLead(coauthors: readonly Coauthor[], words: Words): string {
  if (coauthors.length === 0) return words.works.coauthors.none;
  const shared = coauthors.flatMap(({ publications }) => publications);
  const noun = worksNoun(shared, words);
  const count = new Set(shared.map(({ id }) => id)).size;
  return words.works.coauthors.lead({
    people: coauthors.length,
    works: noun.counted({ count }),
    most: noun.name({ count: 2 }),
  });
}
