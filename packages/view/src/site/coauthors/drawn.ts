import type { Noun, Words } from "@triptych/words";
import type { Coauthor } from "./coauthor.ts";

/** More people than this make the picture unreadable; it also bounds the number of edges to 780. */
export const MOST_DRAWN = 40;

/** Whom the network shows, and by which rule. */
interface Drawn {
  drawn: readonly Coauthor[];
  caption: string;
}

/**
 * Those with the fewest papers that leave a readable number of people; where all have the same
 * number, the first of the list. `coauthors` with most works first.
 */
export function chooseDrawn(
  coauthors: readonly Coauthor[],
  { noun, words }: { noun: Noun; words: Words },
): Drawn {
  const { all, first, atLeast } = words.chart.network;
  if (coauthors.length === 0) return { drawn: [], caption: "" };
  if (coauthors.length <= MOST_DRAWN)
    return { drawn: coauthors, caption: all({ count: coauthors.length }) };
  const least = (coauthors[MOST_DRAWN]?.publications.length ?? 0) + 1;
  const drawn = coauthors.filter(({ publications }) => publications.length >= least);
  if (drawn.length === 0)
    return {
      drawn: coauthors.slice(0, MOST_DRAWN),
      caption: first({ count: MOST_DRAWN, all: coauthors.length }),
    };
  const works = noun.counted({ count: least });
  return { drawn, caption: atLeast({ count: drawn.length, works }) };
}
