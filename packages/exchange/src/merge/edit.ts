/**
 * A change of the record's files that takes nothing away: a key that was absent, or an item in a
 * list. Paths hold for the record as the edits before have left it.
 */
export type Edit =
  | { kind: "set"; path: readonly (string | number)[]; value: unknown }
  | { kind: "insert"; path: readonly (string | number)[]; index: number; value: unknown };
