import { createRoster, type Cv, orderWorks, type Work } from "@triptych/schema";
import type { Entry, Statistic, StatisticGroup } from "./statistic.ts";

/** A work under the number the CV gives it. */
interface NumberedWork {
  work: Work;
  entry: Entry;
}

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

/** Years of the other lists, by the first of their dates. */
function countLists(cv: Cv): Statistic[] {
  const lists = {
    awards: cv.awards.map(({ title }) => title),
    grants: cv.grants.map(({ title }) => title),
    talks: cv.talks.map(({ title, series, host }) => title ?? series ?? host ?? ""),
    exhibitions: cv.exhibitions.map(({ title }) => title),
    projects: cv.projects.map(({ title }) => title),
    courses: cv.courses.map(({ title }) => title),
    tutorials: cv.tutorials.map(({ title }) => title),
    "people mentored": cv.mentees.flatMap(({ names }) =>
      names.map((name) => (typeof name === "string" ? name : name.name)),
    ),
    "events organised": cv.organisation.map(({ event }) => event),
    "items in the press": cv.media.map(({ title }) => title),
  };
  return Object.entries(lists).flatMap(([name, titles]) =>
    titles.length === 0
      ? []
      : [
          {
            name,
            value: titles.length,
            entries: titles.map((title, index) => ({
              id: `${name.split(" ")[0]}[${index}]`,
              title,
            })),
          },
        ],
  );
}

/** Money by currency; amounts are never converted, and what was declined is not counted. */
function sumGrants(cv: Cv): Statistic[] {
  const held = cv.grants.flatMap(({ title, amount, declined }, index) =>
    amount === undefined || declined ? [] : [{ amount, entry: { id: `grants[${index}]`, title } }],
  );
  return [...Map.groupBy(held, ({ amount }) => amount.currency)]
    .toSorted(([a], [b]) => byName(a, b))
    .map(([currency, grants]) => ({
      name: currency,
      value: grants.reduce((sum, { amount }) => sum + amount.value, 0),
      entries: grants.map(({ entry }) => entry),
    }));
}

/**
 * Citations and the h-index (Hirsch 2005: the most works h that have h citations each) of the works
 * whose counts the record holds, for each index apart, since indexes count differently. Works
 * without a count are not guessed at.
 */
function countCitations(works: readonly NumberedWork[]): StatisticGroup[] {
  const counted = works.flatMap(({ work: { citations }, entry }) =>
    citations === undefined ? [] : [{ ...citations, entry }],
  );
  return [...Map.groupBy(counted, ({ source }) => source)]
    .toSorted(([a], [b]) => byName(a, b))
    .map(([source, group]) => {
      const ranked = group.toSorted((a, b) => b.count - a.count);
      const cited = ranked.filter(({ count }, index) => count > index);
      const dates = [...new Set(group.map(({ asOf }) => asOf))].toSorted();
      const span = dates.length > 1 ? `${dates[0]} to ${dates.at(-1)}` : (dates[0] ?? "");
      return {
        title: `Citations by ${source}, ${span}, of the ${group.length} of ${works.length} works that have a count`,
        statistics: [
          {
            name: "citations",
            value: group.reduce((sum, { count }) => sum + count, 0),
            entries: group.map(({ entry }) => entry),
          },
          { name: "h-index", value: cited.length, entries: cited.map(({ entry }) => entry) },
        ],
      };
    });
}

/** The summary figures the record itself gives, each with the entries behind it. */
export function composeStats(cv: Cv): StatisticGroup[] {
  const works = orderWorks(cv).map((work, index): NumberedWork => ({
    work,
    entry: { id: work.id, title: work.title, number: index + 1 },
  }));
  const kinds = [...new Set(works.map(({ work }) => work.appearances[0]?.kind ?? "other"))];
  const groups: StatisticGroup[] = [
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
    ...countCitations(works),
    { title: "Other entries", statistics: countLists(cv) },
    { title: "Grants by currency", statistics: sumGrants(cv) },
  ];
  return groups.filter(({ statistics }) => statistics.length > 0);
}
