import type { Publication } from "./publication.ts";

const coauthorsOf = ({ authors }: Publication): string[] => authors.flatMap(({ target }) => (target?.kind === "person" ? [`person ${target.id}`] : []));

const topicsOf = ({ topics }: Publication): string[] => topics.map((topic) => `topic ${topic}`);

/** Years between two works; what has no year is furthest. */
function yearsBetween(a: Publication, b: Publication): number {
  return a.dated && b.dated ? Math.abs(Number(a.filedUnder) - Number(b.filedUnder)) : Number.POSITIVE_INFINITY;
}

/** Smaller first; two infinite values are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Every publication by each of its traits; a trait that one has twice counts once. */
function fileByTrait(publications: readonly Publication[]): Map<string, Publication[]> {
  const files = new Map<string, Publication[]>();
  for (const publication of publications) {
    for (const trait of new Set([...coauthorsOf(publication), ...topicsOf(publication)])) {
      const file = files.get(trait);
      if (file === undefined) files.set(trait, [publication]);
      else file.push(publication);
    }
  }
  return files;
}

/**
 * Returns the works with co-authors of the one named, nearest first, at most `count`. A shared co-author or topic weighs by how rare it is
 * (inverse document frequency), so that one who is on every paper says little. Ties go to the nearer year, then to the smaller number. Works
 * that share only topics are left out.
 */
export function relatedFinder(publications: readonly Publication[]): (id: string, count: number) => Publication[] {
  const byId = new Map(publications.map((publication) => [publication.id, publication]));
  const files = fileByTrait(publications);
  return (id, count) => {
    const own = byId.get(id);
    if (own === undefined) return [];
    const weights = new Map<Publication, number>();
    const add = (trait: string, isRelated: (publication: Publication) => boolean) => {
      const file = files.get(trait) ?? [];
      const weight = Math.log((publications.length + 1) / file.length);
      for (const publication of file) if (isRelated(publication)) weights.set(publication, (weights.get(publication) ?? 0) + weight);
    };
    for (const coauthor of new Set(coauthorsOf(own))) add(coauthor, () => true);
    for (const topic of new Set(topicsOf(own))) add(topic, (publication) => weights.has(publication));
    weights.delete(own);
    return [...weights]
      .map(([publication, weight]) => ({ publication, weight, years: yearsBetween(own, publication) }))
      .sort((a, b) => compare(b.weight, a.weight) || compare(a.years, b.years) || compare(a.publication.number, b.publication.number))
      .slice(0, count)
      .map(({ publication }) => publication);
  };
}
