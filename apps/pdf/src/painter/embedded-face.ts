import type { GlyphPosition, ShapedGlyph } from "../shaping/shaper.ts";
import { mirror } from "../text/bidi.ts";
import { fillOutline } from "./glyph-path.ts";
import { writeToUnicode } from "./to-unicode.ts";

/** What fontkit cuts out of a font; what begins with a line writes the glyphs of TrueType. */
interface Subset {
  includeGlyph(id: number): number;
  mapping: Record<number, number | undefined>;
  _addGlyph?: (id: number) => number;
  hmtx?: { metrics: { advance: number }[] };
}

/** pdfkit's embedded font, as far as we write into it. */
interface EmbeddedFont {
  id: string;
  font: { unitsPerEm: number; glyphForCodePoint(point: number): { id: number } };
  scale: number;
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
  subset: Subset;
  document: { ref(): { end(content: string): void } };
  ref(): unknown;
  toUnicodeCmap(): unknown;
}

/** How glyphs are shown: their size in points, and whether they are read from their end. */
interface Showing {
  size: number;
  isReversed: boolean;
}

/** A glyph of the font as it is written: what it stands for, and how wide it is in font units. */
interface Written {
  id: number;
  text: string;
  advance: number;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * What a glyph stands for, character by character as it is shown. Records are in NFC; react-pdf's
 * layout takes vowels of Indian scripts apart, which are one glyph with their letter. From right to
 * left, glyphs stand in the opposite order of reading (ISO 32000-1, 14.8.2.3.3), and so do the
 * characters of one glyph: programs that copy text turn all of them round.
 */
function meaningOf(units: readonly number[], isReversed: boolean): string[] {
  const composed = [...String.fromCharCode(...units).normalize("NFC")];
  return isReversed ? composed.toReversed().map(mirror) : composed;
}

const nameCharacters = (characters: readonly string[]) =>
  characters
    .map((character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return `U+${code.padStart(4, "0")}`;
    })
    .join(" ");

/**
 * Room for a mark on any letter (U+0301), in font units: with more, programs see a space beside it,
 * and without any they put it behind what follows. Marks of a script of its own have a part.
 */
const MARK_ROOM = 1;
const OF_WORDS = /[\p{L}\p{M}]/u;
const isAnyMark = (character: string) => /\p{Script=Inherited}/u.test(character);

/**
 * A glyph with a code for each of its characters: it is drawn with the first of them, the others
 * have their part of its room and draw nothing. Programs know codes that stand for one character
 * best, and Ghostscript before 10.06 no others. What holds more than letters and marks stays one: a
 * picture of several characters, and joiners, which pdf.js passes over where they stand alone.
 */
function divide({ id, advanceWidth }: ShapedGlyph, characters: string[], blank: number): Written[] {
  if (characters.length === 1 || !characters.every((each) => OF_WORDS.test(each)))
    return [{ id, text: characters.join(""), advance: advanceWidth }];
  const marks = characters.filter(isAnyMark).length;
  const parts = Math.max(characters.length - marks, 1);
  // A mark that is a glyph of its own takes no room, however many characters it stands for.
  const share = Math.max(Math.floor((advanceWidth - marks * MARK_ROOM) / parts), 0);
  const room = advanceWidth === 0 ? 0 : MARK_ROOM;
  const rooms = characters.map((each) => (isAnyMark(each) ? room : share));
  const rest = advanceWidth - rooms.reduce((sum, room) => sum + room, 0);
  return characters.map((text, index) => ({
    id: index === 0 ? id : blank,
    text,
    advance: (rooms[index] ?? 0) + (index === 0 ? rest : 0),
  }));
}

/**
 * A face inside one document: gives each glyph a code, and writes the operators that show glyphs.
 */
export class EmbeddedFace {
  readonly font: EmbeddedFont;
  /** Most glyphs are the same objects each time they are met. */
  readonly #shown = { reversed: new WeakMap<ShapedGlyph, string>(), read: new WeakMap() };
  readonly #codes = new Map<string, string>();
  /** How wide each code is, font units. */
  readonly #advances: number[] = [];

  constructor(font: EmbeddedFont) {
    this.font = font;
    font.toUnicodeCmap = () => {
      const map = font.document.ref();
      map.end(writeToUnicode(font.unicode));
      return map;
    };
    this.#widen(font.subset);
  }

  /**
   * What stands for several forms is as wide as all of them, or readers would see a space beside
   * the first; the font must say the same as the document (ISO 19005-3, 6.2.11.5).
   */
  #widen(subset: Subset): void {
    const add = subset._addGlyph?.bind(subset);
    if (add === undefined) return;
    subset._addGlyph = (id) => {
      const code = add(id);
      const metrics = subset.hmtx?.metrics[code];
      const advance = this.#advances[code];
      if (metrics !== undefined && advance !== undefined) metrics.advance = advance;
      return code;
    };
  }

  /** The codes of a glyph as they are written between angle brackets. */
  #codesOf(glyph: ShapedGlyph, isReversed: boolean): string {
    const shown = isReversed ? this.#shown.reversed : this.#shown.read;
    const known = shown.get(glyph);
    if (known !== undefined) return known;
    const characters = meaningOf(glyph.codePoints, isReversed);
    if (glyph.id === 0) throw new Error(`No glyph for ${nameCharacters(characters)}.`);
    const blank = this.font.font.glyphForCodePoint(0x20).id;
    const codes = divide(glyph, characters, blank)
      .map((each) => this.#codeOf(each))
      .join("");
    shown.set(glyph, codes);
    return codes;
  }

  /**
   * One code for each glyph and what it stands for: a glyph that several characters share is
   * written once for each of them.
   */
  #codeOf({ id, text, advance }: Written): string {
    const key = `${id} ${advance} ${text}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const { subset, widths, unicode, scale } = this.font;
    // The subset would give the code it knows.
    delete subset.mapping[id];
    const code = subset.includeGlyph(id);
    widths[code] = advance * scale;
    this.#advances[code] = advance;
    unicode[code] = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    const written = code.toString(16).padStart(4, "0");
    this.#codes.set(key, written);
    return written;
  }

  /**
   * Operators between BT and ET; positions in points. Marks that stand above or below
   * are raised (ISO 32000-1, 9.3.7).
   */
  show(
    glyphs: readonly ShapedGlyph[],
    positions: readonly GlyphPosition[],
    { size, isReversed }: Showing,
  ): string {
    const perPoint = 1000 / size;
    const perUnit = 1000 / this.font.font.unitsPerEm;
    const operations: string[] = [];
    let operands = "";
    let segment = "";
    let rise = 0;
    let distance = 0;
    /** Writes what lies between two glyphs as one number. */
    const move = () => {
      if (round(distance) !== 0) {
        operands += `${segment === "" ? "" : `<${segment}>`}${-round(distance)}`;
        segment = "";
      }
      distance = 0;
    };
    const flush = () => {
      move();
      if (segment !== "") operands += `<${segment}>`;
      if (operands !== "") operations.push(`[${operands}] TJ`);
      operands = "";
      segment = "";
    };
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yAdvance = 0 } = positions[index] ?? {};
      if (glyph.isHidden) {
        distance += xAdvance * perPoint;
        continue;
      }
      if (round(yAdvance) !== rise) {
        flush();
        rise = round(yAdvance);
        operations.push(`${rise} Ts`);
      }
      const shift = xOffset * perPoint;
      distance += shift;
      move();
      segment += this.#codesOf(glyph, isReversed);
      distance += xAdvance * perPoint - shift - glyph.advanceWidth * perUnit;
    }
    flush();
    if (rise !== 0) operations.push("0 Ts");
    return operations.join(" ");
  }
  /**
   * Operators that draw what belongs to glyphs beside their first form, such as the accent over a
   * letter that is read with it. As text it would need a code, and readers give every code a
   * character or part the letter from the next.
   */
  drawParts(
    glyphs: readonly ShapedGlyph[],
    positions: readonly GlyphPosition[],
    size: number,
  ): string {
    const scale = size / this.font.font.unitsPerEm;
    const operators: string[] = [];
    let pen = 0;
    for (const [index, { parts }] of glyphs.entries()) {
      for (const { outline, x, y } of parts)
        operators.push(fillOutline(outline, { x: pen + x * scale, y: y * scale, scale }));
      pen += positions[index]?.xAdvance ?? 0;
    }
    return operators.join(" ");
  }
}
