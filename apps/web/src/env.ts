import { join, relative, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to this app; nothing else reads it. */
const Environment = z.object({
  /** Folder of everything made at run time. Builds run in `apps/web`. */
  TRIPTYCH_DIR: z.string().default(() => resolve(process.cwd(), "../../.triptych")),
  /** The checked record as JSON; else the one in TRIPTYCH_DIR. */
  TRIPTYCH_RECORD: z.string().optional(),
  /** File with the paths of pages that an export leaves out; see `build/kept-pages.ts`. */
  TRIPTYCH_KEPT_PAGES: z.string().optional(),
  /** Public address of the site; else the one in the record's settings. */
  SITE_URL: z.url().optional(),
});

export type Environment = z.output<typeof Environment> & { TRIPTYCH_RECORD: string };

export function readEnvironment(): Environment {
  const { TRIPTYCH_RECORD, ...rest } = Environment.parse(process.env);
  return {
    ...rest,
    TRIPTYCH_RECORD: TRIPTYCH_RECORD ?? join(rest.TRIPTYCH_DIR, "record", "cv.json"),
  };
}

/**
 * Pages are short-lived objects: with more room for these the collector runs less often. Megabytes.
 */
const YOUNG_SPACE = 64;

/** The environment of programs that run pages as visitors get them. */
export function productionEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: "production" };
}

/** The environment for `next build`, with what the caller set and a young space of its own. */
export function exportEnvironment(keptPages: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS = "" } = process.env;
  return {
    ...process.env,
    TRIPTYCH_KEPT_PAGES: keptPages,
    NODE_OPTIONS: `${NODE_OPTIONS} --max-semi-space-size=${YOUNG_SPACE}`.trim(),
  };
}

/**
 * Where Next exports to. It writes below the repository alone; where everything else is made
 * elsewhere, the export is not.
 */
export function exportFolder(): string {
  const root = resolve(import.meta.dirname, "../../..");
  const folder = join(readEnvironment().TRIPTYCH_DIR, "next");
  return relative(root, folder).startsWith("..") ? join(root, ".triptych", "next") : folder;
}
