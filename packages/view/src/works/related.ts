import type { Publication } from "./publication.ts";

/** Years between two works; what has no year is furthest. */
function yearsBetween(a: Publication, b: Publication): number {
  return a.filing === "year" && b.filing === "year"
    ? Math.abs(Number(a.filedUnder) - Number(b.filedUnder))
    : Number.POSITIVE_INFINITY;
}

/** Smaller first; two infinite values are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The publications by each of the keys they have. */
function fileBy(
  publications: readonly Publication[],
  keysOf: (publication: Publication) => readonly string[],
): Map<string, Publication[]> {
  const pairs = publications.flatMap((publication) =>
    [...new Set(keysOf(publication))].map((key) => ({ key, publication })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, filed]) => [
      key,
      filed.map(({ publication }) => publication),
    ]),
  );
}

/**
 * Returns the works with co-authors of the one named, nearest first, at most `count`. A shared
 * co-author or topic weighs by how rare it is (inverse document frequency), so that one who is on
 * every paper says little. Ties go to the nearer year, then to the smaller number. Works that share
 * only topics are left out.
 */
export function relatedFinder(
  publications: readonly Publication[],
): (id: string, count: number) => Publication[] {
  const byId = new Map(publications.map((publication) => [publication.id, publication]));
  const byCoauthor = fileBy(publications, ({ coauthors }) => coauthors);
  const byTopic = fileBy(publications, ({ topics }) => topics);
  return (id, count) => {
    const own = byId.get(id);
    if (own === undefined) return [];
    const weights = new Map<Publication, number>();
    const add = (
      sharing: readonly Publication[],
      isRelated: (publication: Publication) => boolean,
    ) => {
      const weight = Math.log((publications.length + 1) / sharing.length);
      for (const publication of sharing)
        if (isRelated(publication))
          weights.set(publication, (weights.get(publication) ?? 0) + weight);
    };
    for (const coauthor of own.coauthors) add(byCoauthor.get(coauthor) ?? [], () => true);
    for (const topic of new Set(own.topics))
      add(byTopic.get(topic) ?? [], (publication) => weights.has(publication));
    weights.delete(own);
    return [...weights]
      .map(([publication, weight]) => ({
        publication,
        weight,
        years: yearsBetween(own, publication),
      }))
      .sort(
        (a, b) =>
          compare(b.weight, a.weight) ||
          compare(a.years, b.years) ||
          compare(a.publication.number, b.publication.number),
      )
      .slice(0, count)
      .map(({ publication }) => publication);
  };
}
