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
  font: { unitsPerEm: number };
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

interface Meaning {
  points: readonly number[];
  advance: number;
  code: number;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((point, index) => point === b[index]);

/**
 * What a glyph stands for, as UTF-16 units. Records are in NFC; react-pdf's layout takes vowels of
 * Indian scripts apart, which are one glyph with their letter. From right to left, glyphs stand in
 * the opposite order of reading (ISO 32000-1, 14.8.2.3.3), and so do the characters of one glyph:
 * programs that copy text turn all of them round.
 */
function meaningOf(units: readonly number[], isReversed: boolean): number[] {
  const composed = String.fromCharCode(...units).normalize("NFC");
  const text = isReversed ? mirror([...composed].toReversed().join("")) : composed;
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

const nameCharacters = (units: readonly number[]) =>
  Array.from(String.fromCharCode(...units), (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `U+${code.padStart(4, "0")}`;
  }).join(" ");

/**
 * A face inside one document: gives each glyph a code, and writes the operators that show glyphs.
 */
export class EmbeddedFace {
  readonly font: EmbeddedFont;
  /** Most glyphs are the same objects each time they are met. */
  readonly #codes = { reversed: new WeakMap<ShapedGlyph, number>(), read: new WeakMap() };
  readonly #meanings = new Map<number, Meaning[]>();
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

  /**
   * One code for each glyph and what it stands for: a glyph that several characters share is
   * written once for each of them.
   */
  #codeOf(glyph: ShapedGlyph, isReversed: boolean): number {
    const codes = isReversed ? this.#codes.reversed : this.#codes.read;
    const known = codes.get(glyph);
    if (known !== undefined) return known;
    const points = meaningOf(glyph.codePoints, isReversed);
    if (glyph.id === 0) throw new Error(`No glyph for ${nameCharacters(points)}.`);
    const meanings = this.#meanings.get(glyph.id) ?? [];
    const { advanceWidth: advance } = glyph;
    const code =
      meanings.find((meaning) => meaning.advance === advance && isSame(meaning.points, points))
        ?.code ?? this.#addCode(glyph, points);
    this.#meanings.set(glyph.id, [...meanings, { points, advance, code }]);
    codes.set(glyph, code);
    return code;
  }

  #addCode(glyph: ShapedGlyph, meaning: number[]): number {
    const { subset, widths, unicode, scale } = this.font;
    // The subset would give the code it knows.
    delete subset.mapping[glyph.id];
    const code = subset.includeGlyph(glyph.id);
    widths[code] = glyph.advanceWidth * scale;
    this.#advances[code] = glyph.advanceWidth;
    unicode[code] = meaning;
    return code;
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
      segment += this.#codeOf(glyph, isReversed).toString(16).padStart(4, "0");
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
