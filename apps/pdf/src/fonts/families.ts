/**
 * A family for what the text faces do not draw, as it is published: parts by the characters they
 * hold.
 */
export interface FallbackFamily {
  /**
   * Its npm package, under the SIL Open Font License; `unicode.json` in it says what each part
   * holds.
   */
  package: string;
  /** What the owner reads where a character is missing. */
  name: string;
  /** The parts that may be used; left out, all of them. */
  parts?: readonly string[];
  /** What its one part may hold, where `unicode.json` lists it too narrowly. */
  holds?: RegExp;
  /**
   * Whether it has a weight axis; else it comes in the ordinary weight alone, in a file that is
   * read as it is.
   */
  isVariable: boolean;
  file: (part: string) => string;
}

function variable(id: string, name: string, parts?: readonly string[]): FallbackFamily {
  return {
    package: `@fontsource-variable/${id}`,
    name,
    ...(parts === undefined ? {} : { parts }),
    isVariable: true,
    file: (part) => `files/${id}-${part}-wght-normal.woff2`,
  };
}

/**
 * Phonetic letters, small letters above and below the line, and what else is written with Latin,
 * Greek and Cyrillic.
 */
const LETTERS = variable("noto-serif", "Noto Serif");
const HEBREW = variable("noto-serif-hebrew", "Noto Serif Hebrew", ["hebrew"]);
/**
 * Its letters are whole glyphs, so that what is shown can be read back letter by letter; the next
 * family takes some of them apart.
 */
const ARABIC = variable("vazirmatn", "Vazirmatn", ["arabic"]);
const MORE_ARABIC = variable("noto-naskh-arabic", "Noto Naskh Arabic", ["arabic"]);
const MATHEMATICS: FallbackFamily = {
  package: "@fontsource/noto-sans-math",
  name: "Noto Sans Math",
  parts: ["latin"],
  // Its one part holds the whole font, though it is listed as Latin.
  holds: /[\u0300-\u03ff\u2000-\u2bff\u{1d400}-\u{1d7ff}]/u,
  isVariable: false,
  file: (part) => `files/noto-sans-math-${part}-400-normal.woff`,
};
const CHINESE = variable("noto-serif-sc", "Noto Serif SC");
const JAPANESE = variable("noto-serif-jp", "Noto Serif JP");
const KOREAN = variable("noto-serif-kr", "Noto Serif KR");

/**
 * The families in the order in which they are asked for a text. Chinese, Japanese and Korean share
 * code points and differ in their forms: the other characters of the text tell which is meant, and
 * ideographs alone are taken for Chinese.
 */
export function orderFamilies(text: string): readonly FallbackFamily[] {
  const first = /\p{Script=Hangul}/u.test(text)
    ? KOREAN
    : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? JAPANESE
      : CHINESE;
  const eastern = [first, ...[CHINESE, JAPANESE, KOREAN].filter((family) => family !== first)];
  return [LETTERS, HEBREW, ARABIC, MORE_ARABIC, MATHEMATICS, ...eastern];
}
