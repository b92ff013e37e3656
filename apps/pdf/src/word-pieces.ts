/** Characters up to which words fit on a line of the column, even if all of them are capitals. */
export const LONGEST_WORD = 40;

/** Letters with their marks. What a face may join to one glyph with the letter after it is not parted from it. */
const PIECE = /[ftT]*(?:[^ftT]\p{M}*|$)/gu;

/**
 * Words are never hyphenated: a hyphen that is not in the record must not come out of the PDF. Only a word that may be wider than its
 * line is given in pieces. The empty ones between them are blanks without width to the line breaker, which breaks at blanks without a hyphen.
 */
export function splitWord(longest: number): (word: string) => string[] {
  return (word) => {
    if (word.length <= longest) return [word];
    const pieces = (word.match(PIECE) ?? []).filter((piece) => piece !== "");
    return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]));
  };
}
