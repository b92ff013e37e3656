import { build, type Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { words } from "../words.ts";

/** The site's own scripts: one for every page, one for the lists of works. */
export const SCRIPTS = ["site", "publications"] as const;

/** The text that a script names by its path below `WORDS`, such as `found.between`. */
function wordsAt(path: string): string {
  const found = path
    .split(".")
    .reduce<unknown>(
      (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : part),
      words.scripts,
    );
  if (typeof found !== "string")
    throw new Error(`a script names words that are not there: ${path}`);
  return found;
}

/** A text as a part of a template. */
const inTemplate = (text: string) => text.replaceAll(/[`\\]|\$(?=\{)/g, String.raw`\$&`);

/** Puts the words where scripts name them, so that no script carries those it does not say. */
const writeWords: Plugin = {
  name: "words",
  setup(bundle) {
    bundle.onLoad({ filter: /\/enhance\/[\w-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source
        .replaceAll(/\$\{WORDS\.([\w.]+)\}/g, (_, name: string) => inTemplate(wordsAt(name)))
        .replaceAll(/\bWORDS\.([\w.]+)/g, (_, name: string) => JSON.stringify(wordsAt(name)));
      return { contents, loader: "ts" };
    });
  },
};

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
    plugins: [writeWords],
    legalComments: "none",
    logLevel: "warning",
  });
}
