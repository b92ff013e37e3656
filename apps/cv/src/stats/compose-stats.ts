import type { Cv } from "@triptych/schema";
import { countCitations } from "./count-citations.ts";
import { countWorks } from "./count-works.ts";
import { numberWorks } from "./numbered-work.ts";
import type { Statistic, StatisticGroup } from "./statistic.ts";

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
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, grants]) => ({
      name: currency,
      value: grants.reduce((sum, { amount }) => sum + amount.value, 0),
      entries: grants.map(({ entry }) => entry),
    }));
}

/** The summary figures the record itself gives, each with the entries behind it. */
export function composeStats(cv: Cv): StatisticGroup[] {
  const works = numberWorks(cv);
  return [
    ...countWorks(cv, works),
    ...countCitations(works),
    { title: "Other entries", statistics: countLists(cv) },
    { title: "Grants by currency", statistics: sumGrants(cv) },
  ].filter(({ statistics }) => statistics.length > 0);
}
