import type { Shaped, ShapingFont } from "./shaping.ts";

/** Scripts for which words shape on their own: Latin with its extensions, general punctuation. */
const SIMPLE = /^[\u0020-\u024f\u2010-\u2044]*$/;
/** Words kept a font; a CV of thousands of works has fewer. */
const LIMIT = 50_000;

const cached = new WeakSet<ShapingFont>();

function remember(words: Map<string, Shaped>, text: string, shape: () => Shaped): Shaped {
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size >= LIMIT) words.clear();
  const shaped = shape();
  words.set(text, shaped);
  return shaped;
}

/**
 * Shapes word by word and keeps the words, since names and venues repeat. Exact for fonts whose lookups cross a blank only in
 * pairs: a word is shaped with the blank after it, and the blank's own advance with the letter that follows. A test compares
 * both ways for every face in use. Text in other scripts, features and right-to-left runs take the ordinary way.
 */
export function cacheShaping(font: ShapingFont): void {
  if (cached.has(font)) return;
  cached.add(font);
  const shape = font.layout.bind(font);
  const words = new Map<string, Shaped>();
  const pairs = new Map<string, Shaped>();

  const shapeWords = (text: string): Shaped => {
    const { glyphs, positions }: Shaped = { glyphs: [], positions: [] };
    for (let start = 0; start < text.length;) {
      const blank = text.indexOf(" ", start);
      const end = blank < 0 ? text.length : blank + 1;
      const word = text.slice(start, end);
      const shaped = remember(words, word, () => shape(word, undefined, undefined, undefined, "ltr"));
      glyphs.push(...shaped.glyphs);
      positions.push(...shaped.positions);
      const next = text[end];
      if (blank >= 0 && next !== undefined && next !== " ") {
        const pair = ` ${next}`;
        const [position] = remember(pairs, pair, () => shape(pair, undefined, undefined, undefined, "ltr")).positions;
        if (position !== undefined) positions[positions.length - 1] = position;
      }
      start = end;
    }
    return { glyphs, positions };
  };

  font.layout = (text, features, script, language, direction) => {
    const hasFeatures = features !== undefined && features !== null && Object.keys(features).length > 0;
    const isSimple = !hasFeatures && direction === "ltr" && SIMPLE.test(text);
    return isSimple ? shapeWords(text) : shape(text, features, script, language, direction);
  };
}
