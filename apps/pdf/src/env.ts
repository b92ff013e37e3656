import { SiteAddress } from "@triptych/schema";
import { requireVariables, variable } from "@triptych/terminal/variables";
import process from "node:process";
import { z } from "zod";

// React is faster and keeps less outside development. It decides when it is loaded, so this file is
// loaded first.
process.env["NODE_ENV"] ??= "production";

/** The last second of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/** What the environment may say to this app; nothing else reads it. */
export const Variables = z.object({
  CV_DIR: variable(z.string().optional(), {
    description: "content folder; else the record that comes with the project",
    right: "a folder",
  }),
  TRIPTYCH_RECORD: variable(z.string().optional(), {
    description:
      "the checked record as JSON, as cv record writes it; else the content folder is read",
    right: "a file",
  }),
  SITE_URL: variable(SiteAddress.optional(), {
    description: "public address of the site; else the one in the record's settings",
    right: "an address such as https://example.org, with no ? or #",
  }),
  SOURCE_DATE_EPOCH: variable(z.coerce.number().int().min(0).max(LAST_SECOND).optional(), {
    description: "date of the documents (reproducible-builds.org); else that of the record",
    right: "a whole number of seconds since 1970",
  }),
});

export type Environment = z.output<typeof Variables>;

/** @throws CommandFault that names every wrong variable */
export function readEnvironment(): Environment {
  return requireVariables(Variables, process.env);
}
