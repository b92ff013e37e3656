import { LISTS, Service } from "@triptych/schema";
import type { Part } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import { explainDifference, isAbsent, listDifferences } from "../match/difference.ts";
import type { DraftEntry } from "./draft.ts";
import { type Claims, findEntry } from "../match/part-match.ts";
import { type Checker, keepReported } from "./valid-part.ts";

export type PartOutcome =
  | { kind: "added" }
  | { kind: "merged"; what?: string[] }
  | { kind: "unchanged" }
  | { kind: "left-out" };

/** Adds to a year of service the venues it lacks. */
function fillService(entry: DraftEntry, index: number, venues: readonly string[]): PartOutcome {
  const known = entry.draft.cv.service[index];
  if (known === undefined) return { kind: "unchanged" };
  const fresh = venues.filter(
    (venue) => !known.venues.some((other) => foldText(other) === foldText(venue)),
  );
  for (const venue of fresh) {
    entry.draft.insert(["service", index, "venues"], known.venues.length, venue);
    known.venues.push(venue);
  }
  return { kind: fresh.length === 0 ? "unchanged" : "merged" };
}

/**
 * Takes the fields that an entry of the record lacks; every other thing the file says beyond it is
 * told.
 */
function fillEntry(
  entry: DraftEntry,
  path: readonly (string | number)[],
  known: object,
  { input, value }: { input: Record<string, unknown>; value: object },
): PartOutcome {
  const what = Object.keys(input).filter(
    (key) => isAbsent(Reflect.get(known, key)) && !isAbsent(input[key]),
  );
  for (const key of what) {
    entry.draft.set([...path, key], input[key]);
    Object.assign(known, { [key]: Reflect.get(value, key) });
  }
  for (const difference of listDifferences(known, input))
    entry.remark("dropped", difference.field, explainDifference(difference));
  return what.length === 0 ? { kind: "unchanged" } : { kind: "merged", what };
}

/**
 * Adds an entry of a list at its end, or what is new in it to the entry that the record has
 * already. `claims` grows by what this entry of the file was taken for.
 */
export function mergePart(
  entry: DraftEntry,
  { list, value: input }: Part,
  claims: Claims,
): PartOutcome {
  const schema: Checker<object> = LISTS[list].entry;
  const kept = keepReported(entry, schema, input);
  if (kept === undefined) return { kind: "left-out" };
  const entries: object[] = entry.draft.cv[list];
  // A file may list what was done in one year in many entries.
  const index = findEntry(list, entries, kept.value, list === "service" ? new Map() : claims);
  const known = entries[index];
  if (known === undefined) {
    entry.draft.insert([list], entries.length, kept.input);
    entries.push(kept.value);
    claims.set(kept.value, [kept.value]);
    return { kind: "added" };
  }
  if (list === "service") return fillService(entry, index, Service.parse(kept.value).venues);
  claims.set(known, [...(claims.get(known) ?? []), kept.value]);
  return fillEntry(entry, [list, index], known, kept);
}
