/**
 * One line of text as the record wants it: composed characters, single blanks, no control
 * characters. Undefined where nothing is left.
 */
export function cleanLine(text: string | undefined): string | undefined {
  const line = text
    ?.normalize("NFC")
    .replaceAll(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n\f\v]+/gu, " ")
    .replaceAll(/\p{Cc}/gu, "")
    .toWellFormed()
    .trim();
  return line === "" ? undefined : line;
}

/** Text of several paragraphs. */
export function cleanProse(text: string | undefined): string | undefined {
  const prose = text
    ?.normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[^\P{Cc}\n]/gu, "")
    .replaceAll(/[ \u00A0]+\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .toWellFormed()
    .trim();
  return prose === "" ? undefined : prose;
}

/** Scripts whose words mean the same without their accents. Elsewhere a mark is a sound. */
const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu;

/**
 * Small letters and digits of any script, without accents: two texts with the same are probably the
 * same.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      // Before the signs between words: a mark is none of the letters, and would part a word in
      // two.
      .replaceAll(ACCENTED, "$1")
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim()
  );
}
