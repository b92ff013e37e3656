/** Letters that Unicode does not take apart, and what people without them on their keys type. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  ŧ: "t",
  þ: "th",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  "×": "x",
  "✕": "x",
};

/**
 * Text as the search compares it: lower case, without accents, compatible forms and ligatures
 * unified; apostrophes, primes and quotation marks of any kind and invisible characters left out,
 * every dash or hyphen a space, and no space around a times sign between numbers, since people
 * write each of them in several ways.
 */
export function foldText(text: string): string {
  return (
    text
      // The acute accent alone comes apart into a space and a mark; a double prime into two.
      .replaceAll("´", "'")
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[\p{M}\p{Cf}'"`’‘‛“”„‟«»‹›ʼʹʺʻʽʾʿˈ′‵]/gu, "")
      .replaceAll(/[\p{Pd}−⁃_/⁄]/gu, " ")
      .replaceAll(/[^ -~]/g, (letter) => LETTERS[letter] ?? letter)
      .replaceAll(/(\d) *x *(?=\d)/g, "$1x")
  );
}
