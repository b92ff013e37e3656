import { createRoster, type Cv, type Work } from "@triptych/schema";
import type { NumberedWork } from "./numbered-work.ts";
import type { Entry, Statistic, StatisticGroup } from "./statistic.ts";

/**
 * Counts works under each of the names they have; a name is listed where something has it, in the
 * order given.
 */
function countBy(
  works: readonly NumberedWork[],
  namesOf: (work: Work) => readonly string[],
  order: (a: string, b: string) => number,
): Statistic[] {
  const counted = new Map<string, Entry[]>();
  for (const { work, entry } of works)
    for (const name of new Set(namesOf(work)))
      counted.set(name, [...(counted.get(name) ?? []), entry]);
  return [...counted]
    .toSorted(([a], [b]) => order(a, b))
    .map(([name, entries]) => ({ name, value: entries.length, entries }));
}

const inOrder = (names: readonly string[]) => (a: string, b: string) =>
  names.indexOf(a) - names.indexOf(b);
const newestFirst = (a: string, b: string) => (a < b ? 1 : -1);
const byName = (a: string, b: string) => (a < b ? -1 : 1);

const POSITIONS = ["only author", "first author", "last author", "in between"];

function positionNames(cv: Cv): (work: Work) => string[] {
  const { isOwner } = createRoster(cv);
  return ({ authors }) => {
    // In a record that passes the check the owner is one of the authors.
    const at = authors.findIndex(isOwner);
    if (authors.length === 1) return ["only author"];
    return [at === 0 ? "first author" : at === authors.length - 1 ? "last author" : "in between"];
  };
}

/**
 * Ranks of the conferences in whose main track a work appeared; workshops and side tracks carry
 * none.
 */
function rankNames(cv: Cv): (work: Work) => string[] {
  const ranks = new Map(
    cv.venues.flatMap(({ id, core }) =>
      core === undefined ? [] : [[id, `${core.rank} (${core.edition})`] as const],
    ),
  );
  return ({ appearances }) =>
    appearances.flatMap(({ kind, track, status, venue }) => {
      const rank =
        kind === "conference" &&
        track === undefined &&
        status !== "under-review" &&
        venue !== undefined
          ? ranks.get(venue)
          : undefined;
      return rank === undefined ? [] : [rank];
    });
}

const yearNames = ({ appearances: [cited] }: Work) => [
  cited?.date?.slice(0, 4) ??
    (cited?.status === "under-review" ? "0001 under review" : "0000 undated"),
];

/** The names of years without a year are made so that they sort last. */
const withoutSortKey = (statistic: Statistic): Statistic => ({
  ...statistic,
  name: statistic.name.replace(/^000\d /, ""),
});

/** Works, and works by what they are. */
export function countWorks(cv: Cv, works: readonly NumberedWork[]): StatisticGroup[] {
  const kinds = [...new Set(works.map(({ work }) => work.appearances[0]?.kind ?? "other"))];
  return [
    {
      title: "Works",
      statistics:
        works.length === 0
          ? []
          : [{ name: "all", value: works.length, entries: works.map(({ entry }) => entry) }],
    },
    {
      title: "Works by kind",
      statistics: countBy(
        works,
        ({ appearances: [cited] }) => [cited?.kind ?? "other"],
        inOrder(kinds),
      ),
    },
    {
      title: "Works by year",
      statistics: countBy(works, yearNames, newestFirst).map(withoutSortKey),
    },
    {
      title: "Works by position in the author list",
      statistics: countBy(works, positionNames(cv), inOrder(POSITIONS)),
    },
    {
      title: "Works by CORE rank of the conference",
      statistics: countBy(works, rankNames(cv), byName),
    },
    {
      title: "Works by honour",
      statistics: countBy(
        works,
        ({ appearances }) => appearances.flatMap(({ honours }) => honours),
        byName,
      ),
    },
  ];
}
