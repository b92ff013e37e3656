import { Cv } from "@triptych/schema";

/**
 * The entries of a faulty record that are valid on their own, so that faults between them are found
 * in the same run.
 */
export interface Survivors {
  cv: Cv;
  /** For each list that lost entries, the original index of each that is left. */
  indexes: ReadonlyMap<string, readonly number[]>;
  /** Parts that lost something; what is looked up there may be missing for that reason alone. */
  reduced: ReadonlySet<string>;
}

/** Stands in where the profile itself is faulty. */
const NOBODY = { id: "profile-not-read", name: "?" };

/**
 * Drops what has faults: from each list the faulty entries, else the whole part.
 * @param faulty paths of the schema's faults
 */
export function keepSurvivors(
  record: Record<string, unknown>,
  faulty: readonly (readonly PropertyKey[])[],
): Survivors {
  const indexes = new Map<string, number[]>();
  const reduced = new Set<string>();
  const kept = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    if (!Object.hasOwn(Cv.shape, key)) continue;
    const faults = faulty.filter((path) => path[0] === key);
    if (faults.length === 0) {
      kept.set(key, value);
      continue;
    }
    reduced.add(key);
    const isWhole = faults.some((path) => path.length === 1);
    if (isWhole || !Array.isArray(value)) continue;
    const broken = new Set(faults.map((path) => path[1]));
    const left = value.flatMap((_, index) => (broken.has(index) ? [] : [index]));
    indexes.set(key, left);
    kept.set(
      key,
      left.map((index): unknown => value[index]),
    );
  }
  if (!kept.has("profile")) {
    reduced.add("profile");
    kept.set("profile", NOBODY);
  }
  return { cv: Cv.parse(Object.fromEntries(kept)), indexes, reduced };
}
