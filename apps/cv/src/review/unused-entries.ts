import { createRoster, type Cv, listPrintedNames } from "@triptych/schema";
import type { Warning } from "./warning.ts";

/**
 * References inside the record that lead to something nobody sees: venues in which nothing
 * appeared, people who occur nowhere, selected or chosen works that their own variant leaves out.
 */
export function findUnusedEntries(cv: Cv): Warning[] {
  const appearances = cv.publications.flatMap((work) => work.appearances);
  const venues = new Set(appearances.map(({ venue }) => venue));
  const unusedVenues = cv.venues.flatMap(({ id }, index): Warning[] =>
    venues.has(id)
      ? []
      : [
          {
            path: ["venues", index],
            message:
              `nothing in the record appeared at ${id}; remove it, or ` +
              "name it in an appearance",
          },
        ],
  );
  return [...unusedVenues, ...findUnusedPeople(cv), ...findEmptyVariants(cv)];
}

function findUnusedPeople(cv: Cv): Warning[] {
  const roster = createRoster(cv);
  const named = new Set(
    listPrintedNames(cv).flatMap(({ name }) => {
      const resolved = roster.resolve(name);
      return resolved.kind === "person" ? [resolved.person.id] : [];
    }),
  );
  return cv.people.flatMap(({ id }, index): Warning[] =>
    named.has(id)
      ? []
      : [
          {
            path: ["people", index],
            message:
              `${id} occurs nowhere in the record under any of the names given; remove the ` +
              "entry, or add the printed form to aliases",
          },
        ],
  );
}

function findEmptyVariants(cv: Cv): Warning[] {
  return cv.variants.flatMap(({ works }, index): Warning[] => {
    const [ids, kinds] = [works?.ids, works?.kinds];
    if (ids === undefined || kinds === undefined) return [];
    return ids.flatMap((id, at): Warning[] => {
      const kind = cv.publications.find((work) => work.id === id)?.appearances[0]?.kind;
      if (kind === undefined || kinds.includes(kind)) return [];
      return [
        {
          path: ["variants", index, "works", "ids", at],
          message: `${id} is a ${kind}, which the kinds of this variant leave out`,
        },
      ];
    });
  });
}
