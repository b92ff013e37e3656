import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const resolve = createRequire(import.meta.url).resolve;

/** Latin with the weight axis. The optical-size axis would double the file, which is most of what a page weighs. */
const SOURCE = "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";

/** Always kept: printable ASCII, the punctuation of running text, the signs the site itself uses. */
const MARGIN = `${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("")}\u00a0·–—‘’“”…*†‡§¶×&©`;

/**
 * The text face with the characters of the record and a margin, as WOFF2. The site loads this one file.
 * @param text everything the site may show
 */
export async function subsetSerif(text: string): Promise<Buffer> {
  const characters = [...new Set(text + MARGIN)].sort().join("");
  return subsetFont(await readFile(resolve(SOURCE)), characters, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 350, max: 600 } },
  });
}
