interface Shaped {
  glyphs: unknown[];
  positions: unknown[];
}

type Shape = (text: string, features?: unknown, script?: unknown, language?: unknown, direction?: unknown) => Shaped;

export interface ShapingFont {
  layout: Shape;
}

/** Scripts for which words shape on their own: Latin with its extensions, general punctuation. */
const SIMPLE = /^[\u0020-\u024f\u2010-\u2044]*$/;
const WORDS = / |[^ ]+/g;
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
 * Shapes word by word and keeps the words, since names and venues repeat. Blanks are shaped alone: kerning across them makes gaps
 * so narrow (`Lu Yin`) that programs which extract text by distance lose the blank. For all else the shapes are those of the
 * whole text, which a test compares for every face in use. Text in other scripts, features and right-to-left runs take the
 * ordinary way.
 */
export function cacheShaping(font: ShapingFont): void {
  if (cached.has(font)) return;
  cached.add(font);
  const shape = font.layout.bind(font);
  const words = new Map<string, Shaped>();

  const shapeWords = (text: string): Shaped => {
    const parts = (text.match(WORDS) ?? []).map((word) => remember(words, word, () => shape(word, undefined, undefined, undefined, "ltr")));
    return { glyphs: parts.flatMap(({ glyphs }) => glyphs), positions: parts.flatMap(({ positions }) => positions) };
  };

  font.layout = (text, features, script, language, direction) => {
    const hasFeatures = features !== undefined && features !== null && Object.keys(features).length > 0;
    const isSimple = !hasFeatures && direction === "ltr" && SIMPLE.test(text);
    return isSimple ? shapeWords(text) : shape(text, features, script, language, direction);
  };
}
