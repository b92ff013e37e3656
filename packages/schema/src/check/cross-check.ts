import { checkReference, type CrossFault } from "./cross-fault.ts";
import type { Cv } from "../cv.ts";
import { checkNames } from "./name-check.ts";
import { comparePartialDates } from "../value/partial-date.ts";
import { LIST_IDS, type ListId } from "../section.ts";
import { checkRefused } from "./refused-check.ts";
import { checkWorks } from "./work-check.ts";

function checkIds(cv: Cv): CrossFault[] {
  const lists = ["publications", "people", "venues", "variants"] as const;
  return lists.flatMap((list) => {
    const seen = new Set(list === "people" ? [cv.profile.id] : []);
    return cv[list].flatMap(({ id }, index): CrossFault[] => {
      if (seen.has(id))
        return [
          {
            path: [list, index, "id"],
            message: `"${id}" is used twice; an id stands for one thing only`,
          },
        ];
      seen.add(id);
      return [];
    });
  });
}

function checkPeriods(cv: Cv): CrossFault[] {
  return LIST_IDS.flatMap((list) =>
    cv[list].flatMap((entry: Cv[ListId][number], index): CrossFault[] => {
      if (!("period" in entry)) return [];
      const { start, end } = entry.period;
      if (end === undefined || end === "present" || comparePartialDates(start, end) <= 0) return [];
      return [
        { path: [list, index, "period"], message: `ends (${end}) before it starts (${start})` },
      ];
    }),
  );
}

function checkVariants(cv: Cv): CrossFault[] {
  const workIds = cv.publications.map((work) => work.id);
  return cv.variants.flatMap(({ works, since, until }, index): CrossFault[] => [
    ...(works?.ids ?? []).flatMap((id, at) =>
      checkReference(["variants", index, "works", "ids", at], "publications", id, workIds),
    ),
    ...(since !== undefined && until !== undefined && comparePartialDates(since, until) > 0
      ? [{ path: ["variants", index, "until"], message: `${until} is before since (${since})` }]
      : []),
  ]);
}

function checkSelected(cv: Cv): CrossFault[] {
  const workIds = cv.publications.map((work) => work.id);
  return (cv.settings.selected ?? []).flatMap((id, index) =>
    checkReference(["settings", "selected", index], "publications", id, workIds),
  );
}

function checkEntries(cv: Cv): CrossFault[] {
  const talks = cv.talks.flatMap(({ title, series, host }, index): CrossFault[] =>
    title === undefined && series === undefined && host === undefined
      ? [{ path: ["talks", index], message: "a talk needs a title, a series or a host" }]
      : [],
  );
  const totals = cv.figures.flatMap(({ measure, currency }, index): CrossFault[] =>
    measure === "grants-total" && currency === undefined
      ? [{ path: ["figures", index], message: "grants-total needs a currency, such as USD" }]
      : [],
  );
  const hidden: CrossFault[] =
    cv.settings.referencesOnRequest && cv.references.length > 0
      ? [
          {
            path: ["settings", "referencesOnRequest"],
            message:
              "references are named and said to be available on request; keep one of the two",
          },
        ]
      : [];
  return [...talks, ...totals, ...hidden];
}

/** Everything that is wrong between the parts of a record whose parts are valid. */
export function crossCheck(cv: Cv): CrossFault[] {
  return [
    ...checkIds(cv),
    ...checkNames(cv),
    ...checkWorks(cv),
    ...checkRefused(cv),
    ...checkPeriods(cv),
    ...checkVariants(cv),
    ...checkSelected(cv),
    ...checkEntries(cv),
  ];
}
