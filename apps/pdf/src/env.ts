import { z } from "zod";
import process from "node:process";

// React is faster and keeps less outside development. It decides when it is loaded, so this file is
// loaded first.
process.env["NODE_ENV"] ??= "production";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  CV_DIR: z.string().optional(),
  SITE_URL: z.url().optional(),
  /** Seconds since 1970; the date of the documents (reproducible-builds.org). */
  SOURCE_DATE_EPOCH: z.coerce.number().int().nonnegative().optional(),
  TRIPTYCH_RECORD: z.string().optional(),
});

export type Environment = z.output<typeof Environment>;

export function readEnvironment(): Environment {
  return Environment.parse(process.env);
}
