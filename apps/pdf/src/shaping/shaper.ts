import { Blob, Buffer, ClusterLevel, Direction, Face, Font, shape } from "harfbuzzjs";
import { INVISIBLE } from "../text/invisible.ts";

/** A form beside the first of a glyph, such as the accent over a letter; font units. */
export interface GlyphPart {
  /** As SVG, upwards. */
  outline: string;
  /** From the pen. */
  x: number;
  y: number;
}

/**
 * What is drawn for one or several characters that cannot be told apart; equal ones of one font are
 * one object.
 */
export interface ShapedGlyph {
  /** Of its first form. */
  id: number;
  /** Of its form, or of all of them where they are several, in font units. */
  advanceWidth: number;
  /** What it stands for as UTF-16 units, by which react-pdf counts; never empty. */
  codePoints: number[];
  parts: readonly GlyphPart[];
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

/** A space at which no line ends is one to who reads. */
const meaningOf = (text: string) => text.replaceAll("\u00a0", " ");

/** A form of a cluster, with the pen where the cluster begins. */
interface Form {
  id: number;
  /** How far the pen goes on, with kerning; marks stand over others. */
  advance: number;
  x: number;
  y: number;
}

/** The forms of characters that are shaped together, from left to right. */
interface Cluster {
  start: number;
  forms: Form[];
  width: number;
}

function readClusters(buffer: Buffer): Cluster[] {
  const positions = buffer.getGlyphPositions();
  const clusters: Cluster[] = [];
  for (const [index, { codepoint: id, cluster: start }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    let cluster = clusters.at(-1);
    if (cluster?.start !== start) {
      cluster = { start, forms: [], width: 0 };
      clusters.push(cluster);
    }
    cluster.forms.push({ id, advance: xAdvance, x: cluster.width + xOffset, y: yOffset });
    cluster.width += xAdvance;
  }
  return clusters;
}

/**
 * A letter is as wide as it is without kerning, what stands beside it in its cluster as wide as it
 * is there: a vowel below the letter has room in the font that it does not take, and readers would
 * see a space where the pen goes back over it.
 */
function widthOf(font: Font, letter: Form, others: readonly Form[]): number {
  const own = letter.advance > 0 || others.length === 0 ? font.glyphHAdvance(letter.id) : 0;
  return others.reduce((width, { advance }) => width + advance, own);
}

/** Gives out the glyphs of a font. */
function collectGlyphs(font: Font): (forms: readonly Form[], text: string) => ShapedGlyph {
  const known = new Map<string, ShapedGlyph>();
  return ([letter, ...others], text) => {
    if (letter === undefined) throw new Error(`HarfBuzz gave no glyph for “${text}”.`);
    const { id } = letter;
    const key = others.length === 0 ? `${id} ${text}` : JSON.stringify([text, id, others]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const isHidden = [...text].every((character) => INVISIBLE.test(character));
    const glyph = {
      id,
      advanceWidth: isHidden ? 0 : widthOf(font, letter, others),
      codePoints: Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
      parts: others
        .map(({ id: other, x, y }) => ({ outline: font.glyphToPath(other), x, y }))
        .filter(({ outline }) => outline !== ""),
      isHidden,
    };
    known.set(key, glyph);
    return glyph;
  };
}

/**
 * HarfBuzz for one font.
 * @param file the bytes of the font
 * @param language of the texts (BCP 47), by which fonts choose between forms
 */
export function createShaper(file: Uint8Array, language: string): Shaper {
  const font = new Font(new Face(new Blob(file)));
  const buffer = new Buffer();
  buffer.setClusterLevel(ClusterLevel.MONOTONE_GRAPHEMES);
  const glyphOf = collectGlyphs(font);
  return (text, direction, meaning = text) => {
    buffer.clearContents();
    buffer.addText(text);
    if (LATIN.test(text)) buffer.setScript("Latn");
    else buffer.guessSegmentProperties();
    buffer.setLanguage(language);
    buffer.setDirection(direction === "rtl" ? Direction.RTL : Direction.LTR);
    shape(font, buffer);
    const clusters = readClusters(buffer);
    if (direction === "rtl") clusters.reverse();
    const shaped: Shaped = { glyphs: [], positions: [] };
    for (const [index, { start, forms, width }] of clusters.entries()) {
      const end = clusters[index + 1]?.start ?? text.length;
      // From right to left, a letter comes after its marks.
      const ordered = direction === "rtl" ? forms.toReversed() : forms;
      const { x = 0, y = 0 } = ordered[0] ?? {};
      shaped.glyphs.push(glyphOf(ordered, meaningOf(meaning.slice(start, end))));
      shaped.positions.push({ xAdvance: width, yAdvance: 0, xOffset: x, yOffset: y });
    }
    return shaped;
  };
}
