import { SCHEMA_VERSION } from "@triptych/schema";
import { MIGRATION_STEPS } from "./migration-step.ts";

/** Files of the first version carry no number. */
const FIRST_VERSION = 1;

/**
 * How a record's version stands to the one this program knows. `outdated` needs its files to be
 * edited before they can be read.
 */
export type VersionStanding =
  | { kind: "current" }
  | { kind: "older"; version: number }
  | { kind: "outdated"; version: number }
  | { kind: "newer"; version: number };

/**
 * @param stated what stands at `schemaVersion`; anything but a whole number is left to the schema
 * to refuse
 */
export function judgeVersion(stated: unknown): VersionStanding {
  const version = stated ?? FIRST_VERSION;
  if (
    typeof version !== "number" ||
    !Number.isInteger(version) ||
    version < FIRST_VERSION ||
    version === SCHEMA_VERSION
  )
    return { kind: "current" };
  if (version > SCHEMA_VERSION) return { kind: "newer", version };
  const needsEdit = MIGRATION_STEPS.some(({ from, edit }) => from >= version && edit !== undefined);
  return { kind: needsEdit ? "outdated" : "older", version };
}
