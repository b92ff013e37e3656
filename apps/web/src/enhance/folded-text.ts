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
  ŧ: "t",
  þ: "th",
  "×": "x",
};

/**
 * Text as the search compares it: lower case, without accents, compatible forms and ligatures
 * unified; apostrophes of any kind and invisible characters left out, and every dash or hyphen a
 * space, since people write each of them in several ways.
 */
export function foldText(text: string): string {
  return text
    .replaceAll(/['’‘‛ʼʹ′`´＇]/g, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll(/[\p{Pd}−_/]/gu, " ")
    .replaceAll(/[ßæœøđðħıłŧþ×]/g, (letter) => LETTERS[letter] ?? letter);
}
