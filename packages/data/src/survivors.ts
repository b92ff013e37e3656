import { Cv } from "@triptych/schema";

/** The entries of a faulty record that are valid on their own, so that faults between them are found in the same run. */
export interface Survivors {
  cv: Cv;
  /** For each list, the original index of each entry that is left. */
  indexes: Map<string, number[]>;
  /** Lists that lost entries; ids may be missing from them for that reason alone. */
  reduced: Set<string>;
}

/**
 * Drops from each list the entries that have faults. Undefined where even the profile is not valid.
 * @param faulty paths of the schema's faults
 */
export function keepSurvivors(record: Record<string, unknown>, faulty: readonly (readonly PropertyKey[])[]): Survivors | undefined {
  const indexes = new Map<string, number[]>();
  const reduced = new Set<string>();
  const kept = Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const faults = faulty.filter((path) => path[0] === key);
    if (faults.length === 0) return [[key, value]];
    reduced.add(key);
    if (!Array.isArray(value)) return key === "profile" ? [[key, value]] : [];
    const left = value.map((_, index) => index).filter((index) => !faults.some((path) => path[1] === index));
    indexes.set(key, left);
    return [[key, left.map((index): unknown => value[index])]];
  });
  const known = new Set(Object.keys(Cv.shape));
  const parsed = Cv.safeParse(Object.fromEntries(kept.filter(([key]) => known.has(key))));
  return parsed.success ? { cv: parsed.data, indexes, reduced } : undefined;
}
