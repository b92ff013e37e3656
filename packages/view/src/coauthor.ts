import { type Cv, printedForm } from "@triptych/schema";
import { createDirectory } from "./directory.ts";
import { composePublications, type Publication } from "./publication.ts";

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
}

function yearsText(publications: readonly Publication[]): string {
  const years = publications.filter((publication) => publication.dated).map((publication) => publication.filedUnder);
  const [first, last] = [years.toSorted()[0], years.toSorted().at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? first : `${first}–${last}`;
}

/** Everyone who shares a work with the owner: most works first, then by name. */
export function composeCoauthors(cv: Cv): Coauthor[] {
  const directory = createDirectory(cv);
  const publications = new Map(composePublications(cv).map((publication) => [publication.id, publication]));
  const shared = new Map<string, { name: string; works: string[] }>();
  for (const work of cv.publications) {
    for (const author of work.authors) {
      const id = directory.coauthorOf(author);
      if (id === undefined) continue;
      const known = shared.get(id);
      if (known !== undefined) known.works.push(work.id);
      else {
        const resolved = directory.resolve(author);
        shared.set(id, { name: resolved.kind === "person" ? resolved.person.name : printedForm(author), works: [work.id] });
      }
    }
  }
  return [...shared]
    .map(([id, { name, works }]): Coauthor => {
      const own = works.flatMap((work) => publications.get(work) ?? []).sort((a, b) => a.number - b.number);
      return { id, name, publications: own, countText: `${own.length} ${own.length === 1 ? "paper" : "papers"}`, yearsText: yearsText(own) };
    })
    .sort((a, b) => b.publications.length - a.publications.length || (a.name < b.name ? -1 : 1));
}
