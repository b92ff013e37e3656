import { isPlain, type Shaped, type ShapingFont } from "./shaping.ts";

/** Words kept a font; a CV of thousands of works has fewer. */
const LIMIT = 50_000;

function remember(words: Map<string, Shaped>, text: string, shape: () => Shaped): Shaped {
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size >= LIMIT) words.clear();
  const shaped = shape();
  words.set(text, shaped);
  return shaped;
}

/**
 * Shapes word by word and keeps the words, since names and venues repeat. Exact for fonts whose
 * lookups cross a blank only in pairs: a word is shaped with the blank after it, and the blank's
 * own advance with the letter that follows. A test compares both ways for every face in use. Text
 * in other scripts, features and right-to-left runs take the ordinary way.
 * @param shapeWord shapes a plain word from left to right
 */
export function cacheShaping(font: ShapingFont, shapeWord: (word: string) => Shaped): void {
  const shape = font.layout.bind(font);
  const words = new Map<string, Shaped>();
  const pairs = new Map<string, Shaped>();

  const shapeWords = (text: string): Shaped => {
    const { glyphs, positions }: Shaped = { glyphs: [], positions: [] };
    for (let start = 0; start < text.length;) {
      const blank = text.indexOf(" ", start);
      const end = blank < 0 ? text.length : blank + 1;
      const word = text.slice(start, end);
      const shaped = remember(words, word, () => shapeWord(word));
      glyphs.push(...shaped.glyphs);
      positions.push(...shaped.positions);
      const next = text[end];
      if (blank >= 0 && next !== undefined && next !== " ") {
        const pair = ` ${next}`;
        const [position] = remember(pairs, pair, () => shapeWord(pair)).positions;
        if (position !== undefined) positions[positions.length - 1] = position;
      }
      start = end;
    }
    return { glyphs, positions };
  };

  font.layout = (text, features, script, language, direction) => {
    const hasFeatures =
      features !== undefined && features !== null && Object.keys(features).length > 0;
    return !hasFeatures && direction === "ltr" && isPlain(text)
      ? shapeWords(text)
      : shape(text, features, script, language, direction);
  };
}
