/** Up to where a word may be parted without being torn: after what joins its parts. */
const JOINED = /[^-/.@_]*[-/.@_]+|[^-/.@_]+$/gu;

/**
 * Letters with their marks. What a face may join to one glyph with the letter after it is not
 * parted from it.
 */
const PIECE = /[ftT]*(?:[^ftT]\p{M}*|$)/gu;

/** Writing without spaces between words: lines may end before any character that may begin one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]/u;
/**
 * What may not begin a line (JIS X 4051, and GB/T 15834): closing brackets, stops, iteration and
 * length marks, small kana.
 */
const NO_BEGINNING =
  /[)\]}\p{Pe}\p{Pf}、。，．・：；！？ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…～〜％]/u;
/** What may not end one. */
const NO_END = /[([{\p{Ps}\p{Pi}]/u;

/** Writing with spaces between sentences alone: lines end between words, which ICU knows. */
const SENTENCES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter("th", { granularity: "word" });

/** Its words, each with the stops after it, and with what opens before it. */
function splitSentence(sentence: string): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of words.segment(sentence)) {
    const last = pieces.at(-1);
    const joins = last !== undefined && (isWordLike !== true || NO_END.test(last.at(-1) ?? ""));
    if (joins) pieces.splice(-1, 1, last + segment);
    else pieces.push(segment);
  }
  return pieces;
}

/**
 * Han, kana and their punctuation, each to itself, with an empty piece before those at which a line
 * may begin.
 */
function splitUnspaced(word: string): string[] {
  const units =
    word.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]+/gu,
    ) ?? [];
  return units.flatMap((unit, index) => {
    const before = units[index - 1]?.at(-1) ?? "";
    const mayBegin =
      (UNSPACED.test(unit) || UNSPACED.test(before)) &&
      !NO_BEGINNING.test(unit.charAt(0)) &&
      !NO_END.test(before);
    return mayBegin ? ["", unit] : [unit];
  });
}

/** Pieces between which a line may end; the empty ones are spaces without width to the breaker. */
const joinPieces = (pieces: readonly string[]) =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]));

/**
 * Words are never hyphenated: a hyphen that is not in the record must not come out of the PDF. Only
 * a word that is wider than its line is given in pieces, and writing without spaces. An address
 * ends its lines after a dot; only what is too wide even so is parted between letters. The line
 * breaker breaks at spaces without a hyphen.
 */
export function splitWord(isTooWide: (word: string) => boolean): (word: string) => string[] {
  return (word) => {
    if (UNSPACED.test(word)) return splitUnspaced(word);
    if (SENTENCES.test(word)) return joinPieces(splitSentence(word));
    if (!isTooWide(word)) return [word];
    const parts = word.match(JOINED) ?? [word];
    return joinPieces(
      parts.flatMap((part) =>
        isTooWide(part) ? (part.match(PIECE) ?? []).filter((piece) => piece !== "") : [part],
      ),
    );
  };
}
