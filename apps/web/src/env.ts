import { SiteAddress } from "@triptych/schema";
import { requireVariables, variable } from "@triptych/terminal/variables";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to this app; nothing else reads it. */
export const Variables = z.object({
  TRIPTYCH_DIR: variable(
    // Builds run in `apps/web`.
    z.string().default(() => resolve(process.cwd(), "../../.triptych")),
    { description: "folder of everything made at run time", right: "a folder" },
  ),
  TRIPTYCH_RECORD: variable(z.string().optional(), {
    description: "the checked record as JSON; else the one in TRIPTYCH_DIR",
    right: "a file",
  }),
  TRIPTYCH_KEPT_PAGES: variable(z.string().optional(), {
    description: "file with the paths of pages that an export leaves out; see kept-pages.ts",
    right: "a file",
  }),
  TRIPTYCH_NEWS: variable(z.url({ protocol: /^http$/ }).optional(), {
    description: "where open pages listen for another record, while one works; set by `dev`",
    right: "an address such as http://127.0.0.1:3999/",
  }),
  SITE_URL: variable(SiteAddress.optional(), {
    description: "public address of the site; else the one in the record's settings",
    right: "an address such as https://example.org, with no ? or #",
  }),
});

export type Environment = z.output<typeof Variables> & { TRIPTYCH_RECORD: string };

/** @throws CommandFault that names every wrong variable */
export function readEnvironment(): Environment {
  const { TRIPTYCH_RECORD, ...rest } = requireVariables(Variables, process.env);
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
    // Next builds in no folder that holds the home, as the folder of a service's account may.
    HOME: tmpdir(),
    NODE_OPTIONS: `${NODE_OPTIONS} --max-semi-space-size=${YOUNG_SPACE}`.trim(),
  };
}

/**
 * Where Next exports to. It writes below the repository alone; where everything else is made
 * elsewhere, the export has a folder here of its own.
 */
export function exportFolder(): string {
  const root = resolve(import.meta.dirname, "../../..");
  const state = resolve(readEnvironment().TRIPTYCH_DIR);
  if (!relative(root, state).startsWith("..")) return join(state, "next");
  const place = createHash("sha256").update(state).digest("hex").slice(0, 16);
  return join(root, ".triptych", "elsewhere", place);
}
