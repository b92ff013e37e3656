import { Blob, Buffer, ClusterLevel, Direction, Face, Font, shape } from "harfbuzzjs";
import { INVISIBLE } from "../text/invisible.ts";

/** A glyph and what it stands for; equal ones of one font are one object. */
export interface ShapedGlyph {
  id: number;
  /** Font units. */
  advanceWidth: number;
  /**
   * The characters it stands for as UTF-16 units, by which react-pdf counts; none where the glyph
   * before it stands for them too.
   */
  codePoints: number[];
  /** Whether it is drawn over the glyph before it. */
  isMark: boolean;
  /** Whether it draws nothing, though the font may have a space for it. */
  isHidden: boolean;
}

/** Where a glyph goes, relative to the pen; font units, and points after react-pdf's layout. */
export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** Glyphs in the order of reading; from right to left, each is placed as seen from its left. */
export interface Shaped {
  glyphs: ShapedGlyph[];
  positions: GlyphPosition[];
}

/**
 * Shapes a text of one script and one direction; `meaning`, of the same length, is what its glyphs
 * stand for, if that is another.
 */
export type Shaper = (text: string, direction: "ltr" | "rtl", meaning?: string) => Shaped;

/** What needs no look at its script: Latin letters without combining marks, general punctuation. */
const LATIN = /^[\u0020-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u2044]*$/;

const MARK = /^\p{M}/u;

/** A space at which no line ends is one to who reads. */
const meaningOf = (text: string) => text.replaceAll("\u00a0", " ");

/** Where in the text each cluster ends, by where it begins. */
function endsOf(clusters: readonly number[], length: number): Map<number, number> {
  const starts = [...new Set(clusters)].toSorted((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? length]));
}

/**
 * HarfBuzz for one font.
 * @param file the bytes of the font
 * @param language of the texts (BCP 47), by which fonts choose between forms
 */
export function createShaper(file: Uint8Array, language: string): Shaper {
  const font = new Font(new Face(new Blob(file)));
  const buffer = new Buffer();
  const known = new Map<string, ShapedGlyph>();

  const glyphOf = (id: number, text: string): ShapedGlyph => {
    const key = `${id} ${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const isHidden = text.length > 0 && [...text].every((character) => INVISIBLE.test(character));
    const glyph = {
      id,
      advanceWidth: isHidden ? 0 : font.glyphHAdvance(id),
      codePoints: Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
      isMark: MARK.test(text),
      isHidden,
    };
    known.set(key, glyph);
    return glyph;
  };

  return (text, direction, meaning = text) => {
    buffer.clearContents();
    buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    if (LATIN.test(text)) buffer.setScript("Latn");
    else buffer.guessSegmentProperties();
    buffer.setLanguage(language);
    buffer.setDirection(direction === "rtl" ? Direction.RTL : Direction.LTR);
    shape(font, buffer);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    if (direction === "rtl") {
      infos.reverse();
      positions.reverse();
    }
    const ends = endsOf(
      infos.map(({ cluster }) => cluster),
      text.length,
    );
    const glyphs = infos.map(({ codepoint, cluster }, index) =>
      infos[index - 1]?.cluster === cluster
        ? glyphOf(codepoint, "")
        : glyphOf(codepoint, meaningOf(meaning.slice(cluster, ends.get(cluster)))),
    );
    return { glyphs, positions };
  };
}
