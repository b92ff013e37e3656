import { join, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  /** Folder of everything made at run time. Builds run in `apps/web`. */
  TRIPTYCH_DIR: z.string().default(() => resolve(process.cwd(), "../../.triptych")),
  /** The checked record as JSON; else the one in TRIPTYCH_DIR. */
  TRIPTYCH_RECORD: z.string().optional(),
  /** Public address of the site; else the one in the record's settings. */
  SITE_URL: z.url().optional(),
});

export type Environment = z.output<typeof Environment> & { TRIPTYCH_RECORD: string };

export function readEnvironment(): Environment {
  const { TRIPTYCH_RECORD, ...rest } = Environment.parse(process.env);
  return { ...rest, TRIPTYCH_RECORD: TRIPTYCH_RECORD ?? join(rest.TRIPTYCH_DIR, "record", "cv.json") };
}
