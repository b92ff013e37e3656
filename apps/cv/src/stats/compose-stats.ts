import { type Cv, LIST_IDS, LISTS, PrintedName, printedForm } from "@triptych/schema";
import { countCitations } from "./count-citations.ts";
import { countWorks } from "./count-works.ts";
import { numberWorks } from "./numbered-work.ts";
import type { Statistic, StatisticGroup } from "./statistic.ts";

/** What a field such as `institution.name` holds; each name of a list of names apart. */
function readTexts(entry: unknown, field: string): string[] {
  const value = field
    .split(".")
    .reduce<unknown>((at, key) => (Object(at) === at ? Reflect.get(Object(at), key) : at), entry);
  return [value].flat().flatMap((item: unknown) => {
    const { data } = PrintedName.safeParse(item);
    return data === undefined ? [] : [printedForm(data)];
  });
}

/** The other lists, each entry called by the first of the fields that tell entries apart. */
const countLists = (cv: Cv): Statistic[] =>
  LIST_IDS.flatMap((list) => {
    const entries = cv[list].flatMap((entry, index) => {
      const titles = LISTS[list].identity.fields.map((field) => readTexts(entry, field));
      const named = titles.find((texts) => texts.length > 0) ?? [""];
      return named.map((title) => ({ id: `${list}[${index}]`, title }));
    });
    return entries.length === 0 ? [] : [{ name: list, value: entries.length, entries }];
  });

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
