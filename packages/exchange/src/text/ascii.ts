/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS = new Map(
  Object.entries({
    ł: "l",
    ø: "o",
    đ: "d",
    ð: "d",
    þ: "th",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ı: "i",
    ħ: "h",
    ŋ: "ng",
    ŧ: "t",
    ĸ: "k",
  }),
);

/**
 * Small ASCII letters and digits of a text, word by word; letters of other scripts have no such
 * form and fall out.
 */
export function asciiWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "");
  const spelled = [...plain.replaceAll(/['’]/g, "")]
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join("");
  return spelled.match(/[a-z0-9]+/g) ?? [];
}
