import { z } from "zod";

/**
 * The version of this schema. It grows when files written for it would mean something else, or
 * nothing, to the program before it: new kinds and keys count, for the older program refuses what
 * it does not know. Version 1 files carry no number.
 */
export const SCHEMA_VERSION = 2;

export const SchemaVersion = z
  .literal(SCHEMA_VERSION, {
    error: `must be ${SCHEMA_VERSION}, the version of the schema this program knows`,
  })
  .default(SCHEMA_VERSION)
  .describe(
    "Version of the schema the files are written for. `cv migrate` brings older files to it.",
  );
