import type { Cv, Work } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { venueLabel } from "../../works/venue.ts";
import { joinText } from "../../text/joined.ts";
import { textLine } from "./draft-entry.ts";
import type { Line } from "./entry.ts";

const RANKS = ["A*", "A", "B", "C"] as const;

/**
 * The ranks of the venues in which these works appeared, one line an edition of the ranking:
 * `CORE ranks (ICORE2023): A* ICLR, ICML; A Interspeech`. Said once, so that no entry has to repeat
 * it.
 */
export function rankLines(cv: Cv, works: readonly Work[], words: Words): Line[] {
  const used = new Set(works.flatMap(({ appearances }) => appearances.map(({ venue }) => venue)));
  const ranked = cv.venues.flatMap((venue) =>
    venue.core === undefined || !used.has(venue.id)
      ? []
      : [{ name: venueLabel(venue), ...venue.core }],
  );
  return [...Map.groupBy(ranked, (venue) => venue.edition)].map(([edition, venues]) => {
    const parts = RANKS.map((rank) => {
      const names = venues.filter((venue) => venue.rank === rank).map((venue) => venue.name);
      return names.length === 0 ? [] : [`${rank} `, ...joinText(names.sort())];
    });
    return textLine("detail", [words.document.ranks({ edition, ranks: joinText(parts, "; ") })]);
  });
}
