import { LISTS, Service } from "@triptych/schema";
import type { ListId } from "@triptych/schema";
import { foldText } from "../text/plain-text.ts";
import { explainDifference, isAbsent, listDifferences } from "./difference.ts";
import type { Draft, Source } from "./draft.ts";
import { type Claims, findEntry } from "./part-match.ts";
import { type Checker, keepValid } from "./valid-part.ts";

export type PartOutcome =
  | { kind: "added" }
  | { kind: "merged"; what?: string[] }
  | { kind: "unchanged" }
  | { kind: "left-out" };

/** Adds to a year of service the venues it lacks. */
function fillService(draft: Draft, index: number, venues: readonly string[]): PartOutcome {
  const known = draft.cv.service[index];
  if (known === undefined) return { kind: "unchanged" };
  const fresh = venues.filter(
    (venue) => !known.venues.some((other) => foldText(other) === foldText(venue)),
  );
  for (const venue of fresh) {
    draft.insert(["service", index, "venues"], known.venues.length, venue);
    known.venues.push(venue);
  }
  return { kind: fresh.length === 0 ? "unchanged" : "merged" };
}

/**
 * Takes the fields that an entry of the record lacks; every other thing the file says beyond it is
 * told.
 */
function fillEntry(
  draft: Draft,
  path: readonly (string | number)[],
  known: object,
  input: Record<string, unknown>,
  value: object,
  source: Source,
): PartOutcome {
  const what = Object.keys(input).filter(
    (key) => isAbsent(Reflect.get(known, key)) && !isAbsent(input[key]),
  );
  for (const key of what) {
    draft.set([...path, key], input[key]);
    Object.assign(known, { [key]: Reflect.get(value, key) });
  }
  for (const difference of listDifferences(known, input))
    draft.remark("dropped", source, difference.field, explainDifference(difference));
  return what.length === 0 ? { kind: "unchanged" } : { kind: "merged", what };
}

/**
 * Adds an entry of a list at its end, or what is new in it to the entry that the record has
 * already. `claims` grows by what this entry of the file was taken for.
 */
export function mergePart(
  draft: Draft,
  list: ListId,
  input: Record<string, unknown>,
  claims: Claims,
  source: Source,
): PartOutcome {
  const schema: Checker<object> = LISTS[list].entry;
  const kept = keepValid(schema, input);
  if (kept.kind === "refused") {
    draft.remark("left-out", source, undefined, kept.message);
    return { kind: "left-out" };
  }
  for (const { path, message } of kept.dropped) draft.remark("dropped", source, path, message);
  const known: object[] = draft.cv[list];
  // A file may list what was done in one year in many entries.
  const index = findEntry(list, known, kept.value, list === "service" ? new Map() : claims);
  const entry = known[index];
  if (entry === undefined) {
    draft.insert([list], known.length, kept.input);
    known.push(kept.value);
    claims.set(kept.value, [kept.value]);
    return { kind: "added" };
  }
  if (list === "service") return fillService(draft, index, Service.parse(kept.value).venues);
  claims.set(entry, [...(claims.get(entry) ?? []), kept.value]);
  return fillEntry(draft, [list, index], entry, kept.input, kept.value, source);
}
