import { resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  /** The checked record as JSON. Builds run in `apps/web`. */
  TRIPTYCH_RECORD: z.string().default(() => resolve(process.cwd(), "../../.triptych/record/cv.json")),
  /** Public address of the site; else the one in the record's settings. */
  SITE_URL: z.url().optional(),
});

export type Environment = z.output<typeof Environment>;

export function readEnvironment(): Environment {
  return Environment.parse(process.env);
}
