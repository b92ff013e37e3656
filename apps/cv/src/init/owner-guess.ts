import type { SourcedReading } from "@triptych/exchange/import";

export interface OwnerGuess {
  name: string;
  /** Where the name comes from, for the report. */
  from: string;
  isSure: boolean;
}

const fold = (name: string) => name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * Whose files these are: who a résumé says it is about, else who is an author of most of the works.
 */
export function guessOwner(readings: readonly SourcedReading[]): OwnerGuess | undefined {
  for (const { file, reading } of readings) {
    for (const entry of reading.found) {
      const name = entry.kind === "profile" ? entry.value["name"] : undefined;
      if (typeof name === "string") return { name, from: file, isSure: true };
    }
  }
  const counts = new Map<string, { name: string; works: number }>();
  let works = 0;
  for (const { reading } of readings) {
    for (const entry of reading.found) {
      if (entry.kind !== "work") continue;
      works += 1;
      for (const { name } of entry.work.authors) {
        const known = counts.get(fold(name));
        counts.set(fold(name), { name: known?.name ?? name, works: (known?.works ?? 0) + 1 });
      }
    }
  }
  const [first, second] = [...counts.values()].toSorted((a, b) => b.works - a.works);
  if (first === undefined || first.works === second?.works) return undefined;
  return { name: first.name, from: `${first.works} of ${works} works`, isSure: false };
}
