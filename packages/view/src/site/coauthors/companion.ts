import type { Words } from "@triptych/words";
import { worksNoun } from "../../works/kind-name.ts";
import type { Coauthor } from "./coauthor.ts";

/** Someone on the works that the owner shares with a co-author. */
export interface Companion {
  id: string;
  name: string;
  countText: string;
}

/**
 * Returns who else is on the works of one of the co-authors: most works first, then in the order
 * given.
 */
export function companyComposer(
  coauthors: readonly Coauthor[],
  words: Words,
): (coauthor: Coauthor) => Companion[] {
  const noun = worksNoun(
    coauthors.flatMap(({ publications }) => publications),
    words,
  );
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
      .map(({ id, name, count }) => ({ id, name, countText: noun.counted({ count }) }));
  };
}
