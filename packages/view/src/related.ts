import type { Publication } from "./publication.ts";

const coauthorsOf = ({ authors }: Publication): string[] => authors.flatMap(({ target }) => (target?.kind === "person" ? [`person ${target.id}`] : []));

const topicsOf = ({ topics }: Publication): string[] => topics.map((topic) => `topic ${topic}`);

const traitsOf = (publication: Publication): Set<string> => new Set([...coauthorsOf(publication), ...topicsOf(publication)]);

/** Years between two works; what has no year is furthest. */
function yearsBetween(a: Publication, b: Publication): number {
  return a.dated && b.dated ? Math.abs(Number(a.filedUnder) - Number(b.filedUnder)) : Number.POSITIVE_INFINITY;
}

/** Smaller first; two infinite values are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Works with co-authors of the one named, nearest first, at most `count`. A shared co-author or topic weighs by how rare it is (inverse document
 * frequency), so that one who is on every paper says little. Ties go to the nearer year, then to the smaller number. Works that share
 * only topics are left out.
 */
export function relatedPublications(publications: readonly Publication[], id: string, count: number): Publication[] {
  const own = publications.find((publication) => publication.id === id);
  if (own === undefined) return [];
  const traits = publications.map(traitsOf);
  const weights = new Map(
    [...traitsOf(own)].map((trait) => [trait, Math.log((publications.length + 1) / traits.filter((candidate) => candidate.has(trait)).length)]),
  );
  const coauthors = coauthorsOf(own);
  return publications
    .flatMap((publication, index) => {
      const shared = traits[index] ?? new Set();
      if (publication === own || !coauthors.some((coauthor) => shared.has(coauthor))) return [];
      const weight = [...weights].reduce((sum, [trait, value]) => (shared.has(trait) ? sum + value : sum), 0);
      return [{ publication, weight, years: yearsBetween(own, publication) }];
    })
    .sort((a, b) => compare(b.weight, a.weight) || compare(a.years, b.years) || compare(a.publication.number, b.publication.number))
    .slice(0, count)
    .map(({ publication }) => publication);
}
