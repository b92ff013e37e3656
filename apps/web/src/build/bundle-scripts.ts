import { build } from "esbuild";
import { join } from "node:path";

/** The site's own scripts: one for every page, one for the lists of works. */
export const SCRIPTS = ["site", "publications"] as const;

/** Bundles and minifies the scripts into a folder. The same source gives the same bytes. */
export async function bundleScripts(folder: string): Promise<void> {
  await build({
    entryPoints: SCRIPTS.map((name) => join(import.meta.dirname, "..", "enhance", `${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
}
