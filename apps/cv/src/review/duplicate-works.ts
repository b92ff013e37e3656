import { foldText } from "@triptych/exchange/plain-text";
import type { Cv, Work } from "@triptych/schema";
import type { Warning } from "./warning.ts";

/**
 * Identifiers that no two works share: DOIs, which know no case, and arXiv numbers without their
 * version.
 */
function identifiersOf({ appearances }: Work): string[] {
  const identifiers = appearances.flatMap(({ doi, arxiv }) => [
    ...(doi === undefined ? [] : [`doi:${doi.toLowerCase()}`]),
    ...(arxiv === undefined ? [] : [`arXiv:${arxiv.replace(/v\d+$/, "")}`]),
  ]);
  return [...new Set(identifiers)];
}

/** Works that are probably one: the same title, or the same DOI or arXiv number. */
export function findDuplicateWorks({ publications }: Cv): Warning[] {
  const known = new Map<string, Work>();
  return publications.flatMap((work, index): Warning[] => {
    const title = foldText(work.title);
    const keys = [...(title === "" ? [] : [`title ${title}`]), ...identifiersOf(work)];
    const key = keys.find((candidate) => known.has(candidate));
    const first = key === undefined ? undefined : known.get(key);
    for (const candidate of keys) if (!known.has(candidate)) known.set(candidate, work);
    if (key === undefined || first === undefined) return [];
    const shared = key.startsWith("title ") ? "the same title" : `the identifier ${key}`;
    return [
      {
        path: ["publications", index],
        message:
          `has ${shared} as ${first.id}; if it is the same work, make it one entry with two ` +
          "appearances",
      },
    ];
  });
}
