/** Characters up to which words fit on a line of the column, even if all of them are capitals. */
export const LONGEST_WORD = 40;

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

/** Characters that are as wide as two letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu;

/**
 * Han, kana and their punctuation, each to itself, with an empty piece before those at which a line may
 * begin.
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

/**
 * Words are never hyphenated: a hyphen that is not in the record must not come out of the PDF. Only
 * a word that may be wider than its line is given in pieces, and writing without spaces. The empty
 * ones between them are spaces without width to the line breaker, which breaks at spaces without a
 * hyphen.
 */
export function splitWord(longest: number): (word: string) => string[] {
  return (word) => {
    if (UNSPACED.test(word)) return splitUnspaced(word);
    if (word.length + (word.match(WIDE)?.length ?? 0) <= longest) return [word];
    const pieces = (word.match(PIECE) ?? []).filter((piece) => piece !== "");
    return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]));
  };
}
