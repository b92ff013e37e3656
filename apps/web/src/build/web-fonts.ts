import { create } from "fontkit";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const resolve = createRequire(import.meta.url).resolve;

/**
 * Always in the first files: what is printable in ASCII, and what the site itself says beyond that.
 * Other characters come with the record.
 */
const MARGIN = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join("")}\u00a0–—·‘’“”…©£€`;

/**
 * Figures are of one width and stand on the line without a feature; the glyphs of fractions and of
 * figures by width would be a sixth of a file.
 */
const FEATURES = ["ccmp", "liga", "kern", "mark", "mkmk"];

/**
 * The parts beyond Latin in which the face is published, in the order in which they are asked for a
 * character.
 */
const FURTHER_PARTS = ["latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;

/**
 * Two cuts of one face: running text with its weights, and what is set large, at one weight and an
 * optical size between that of a page's title and that of a year. Both axes in one file would weigh
 * twice as much as the two files together.
 */
const CUTS = {
  serif: {
    axes: { wght: { min: 400, max: 600 } },
    source: "wght",
    family: "Source Serif 4",
    weight: "400 600",
  },
  display: {
    axes: { wght: 350, opsz: 40 },
    source: "opsz",
    family: "Source Serif 4 Display",
    weight: "350",
  },
} as const;

type Cut = keyof typeof CUTS;

function readPart(part: string, cut: Cut): Promise<Buffer> {
  return readFile(
    resolve(
      `@fontsource-variable/source-serif-4/files/source-serif-4-${part}-${CUTS[cut].source}-normal.woff2`,
    ),
  );
}

function drawnCharacters(font: Buffer): Set<string> {
  const opened = create(font);
  return new Set(
    "characterSet" in opened ? opened.characterSet.map((code) => String.fromCodePoint(code)) : [],
  );
}

async function subsetPart(part: string, cut: Cut, characters: readonly string[]): Promise<Buffer> {
  // Not in the call: the types of subset-font are of an older version, and know no `keepFeatures`.
  const options = {
    targetFormat: "woff2",
    variationAxes: CUTS[cut].axes,
    keepFeatures: FEATURES,
  } as const;
  return subsetFont(await readPart(part, cut), characters.join(""), options);
}

function declareFace(cut: Cut, file: string, characters: readonly string[]): string {
  const { family, weight } = CUTS[cut];
  const range = characters
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`)
    .join(", ");
  return (
    `@font-face {\n  font-family: "${family}";\n  src: url("/fonts/${file}") format("woff2");\n ` +
    ` font-weight: ${weight};\n  font-display: swap;\n  unicode-range: ${range};\n}\n`
  );
}

/**
 * The marks that stand on each letter, where the pair is no character of its own: they are drawn in
 * their place only by the file that draws the letter.
 */
function listMarks(text: string): Map<string, Set<string>> {
  const marks = new Map<string, Set<string>>();
  for (const [cluster] of text.matchAll(/\P{M}\p{M}+/gu)) {
    const [letter = "", ...on] = cluster;
    const known = marks.get(letter) ?? new Set();
    for (const mark of on) known.add(mark);
    marks.set(letter, known);
  }
  return marks;
}

/**
 * The files below `/fonts/`: the text face and its display cut with the characters of the record,
 * as WOFF2. Letters beyond the Latin part come in files of their own, declared in `more.css`, which
 * exists only where the record needs them. What the face does not draw at all is left to the
 * reader's own fonts.
 * @param text everything the record says
 */
export async function makeWebFonts(text: string): Promise<Map<string, Buffer>> {
  const composed = text.normalize("NFC");
  const own = new Set(composed);
  const marks = listMarks(composed);
  const characters = [...new Set([...own, ...MARGIN])].sort();
  const latin = drawnCharacters(await readPart("latin", "serif"));
  const first = characters.filter((character) => latin.has(character));
  const files = new Map<string, Buffer>();
  for (const cut of ["serif", "display"] as const)
    files.set(`${cut}.woff2`, await subsetPart("latin", cut, first));
  let rest = [...own]
    .filter((character) => !latin.has(character) && /[^\p{C}\s]/u.test(character))
    .sort();
  const faces: string[] = [];
  for (const part of FURTHER_PARTS) {
    if (rest.length === 0) break;
    const drawn = drawnCharacters(await readPart(part, "serif"));
    const covered = rest.filter((character) => drawn.has(character));
    rest = rest.filter((character) => !drawn.has(character));
    if (covered.length === 0) continue;
    const on = covered.flatMap((letter) => [...(marks.get(letter) ?? [])]);
    const held = [...new Set([...covered, ...on.filter((mark) => drawn.has(mark))])].sort();
    for (const cut of ["serif", "display"] as const) {
      const name = `${cut}-${part}.woff2`;
      files.set(name, await subsetPart(part, cut, held));
      faces.push(declareFace(cut, name, held));
    }
  }
  if (faces.length > 0) files.set("more.css", Buffer.from(faces.join("\n")));
  return files;
}

/** What a value says: all its texts, without addresses, which are not shown. */
export function listTexts(value: unknown): string {
  if (typeof value === "string") return /^https?:/.test(value) ? "" : value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(listTexts).join("\n");
}
