import { TEXT_WEIGHTS, WEIGHT_NAMES } from "./weights.ts";

/**
 * A variable family in parts by the characters they hold, as `unicode.json` of its npm package
 * says; under the SIL Open Font License as the others.
 */
export interface VariableFamily {
  kind: "variable";
  package: string;
  /** What the owner reads where a character is missing. */
  name: string;
  /** The parts that may be used; left out, all of them. */
  parts?: readonly string[];
  /** What its texts are written in (BCP 47): fonts choose forms by it. */
  language: string;
  file: (part: string) => string;
}

/** A family whose files are whole, for the characters that it `holds`. */
export interface StaticFamily {
  kind: "static";
  name: string;
  holds: RegExp;
  language: string;
  /** By the weights that it has; another weight is drawn in the next one. */
  files: Readonly<Record<number, string>>;
}

/** A family for what the text faces do not draw. */
export type FallbackFamily = VariableFamily | StaticFamily;

function variable(
  id: string,
  name: string,
  language: string,
  parts?: readonly string[],
): VariableFamily {
  return {
    kind: "variable",
    package: `@fontsource-variable/${id}`,
    name,
    language,
    ...(parts === undefined ? {} : { parts }),
    file: (part) => `files/${id}-${part}-wght-normal.woff2`,
  };
}

/** The files of a package of static fonts, by their weights. */
function weights(id: string, font: string, given: readonly number[]): Record<number, string> {
  const fileOf = (weight: number) => {
    const style = `${weight}${WEIGHT_NAMES[weight] ?? ""}`;
    return `@expo-google-fonts/${id}/${style}/${font}_${style}.ttf`;
  };
  return Object.fromEntries(given.map((weight) => [weight, fileOf(weight)]));
}

/**
 * Phonetic letters, small letters above and below the line, and what else is written with Latin,
 * Greek and Cyrillic.
 */
const LETTERS = variable("noto-serif", "Noto Serif", "en");

/**
 * Families with the signs that stand between their letters: what runs from right to left is one
 * run.
 */
const HEBREW: StaticFamily = {
  kind: "static",
  name: "Noto Serif Hebrew",
  holds: /[\u0590-\u05ff\u20aa\ufb1d-\ufb4f]/u,
  language: "he",
  files: weights("noto-serif-hebrew", "NotoSerifHebrew", TEXT_WEIGHTS),
};
/**
 * Its letters are whole glyphs, so that what is shown can be read back letter by letter; the next
 * family takes some of them apart.
 */
const ARABIC: StaticFamily = {
  kind: "static",
  name: "Vazirmatn",
  holds: /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u,
  language: "ar",
  files: weights("vazirmatn", "Vazirmatn", TEXT_WEIGHTS),
};
const MORE_ARABIC = variable("noto-naskh-arabic", "Noto Naskh Arabic", "ar", ["arabic"]);
const MATHEMATICS: StaticFamily = {
  kind: "static",
  name: "Noto Sans Math",
  holds: /[\u0300-\u03ff\u2000-\u2bff\u{1d400}-\u{1d7ff}]/u,
  language: "en",
  files: weights("noto-sans-math", "NotoSansMath", [400]),
};
const CHINESE = variable("noto-serif-sc", "Noto Serif SC", "zh-Hans");
const JAPANESE = variable("noto-serif-jp", "Noto Serif JP", "ja");
const KOREAN = variable("noto-serif-kr", "Noto Serif KR", "ko");

/** A script of its own, in the one part of its package that has its letters. */
const script = (id: string, name: string, language: string) =>
  variable(`noto-serif-${id}`, `Noto Serif ${name}`, language, [id]);

const SCRIPTS = [
  script("devanagari", "Devanagari", "hi"),
  script("bengali", "Bengali", "bn"),
  script("gujarati", "Gujarati", "gu"),
  script("gurmukhi", "Gurmukhi", "pa"),
  script("kannada", "Kannada", "kn"),
  script("malayalam", "Malayalam", "ml"),
  script("sinhala", "Sinhala", "si"),
  script("tamil", "Tamil", "ta"),
  script("telugu", "Telugu", "te"),
  script("thai", "Thai", "th"),
  script("lao", "Lao", "lo"),
  script("khmer", "Khmer", "km"),
  script("ethiopic", "Ethiopic", "am"),
  script("armenian", "Armenian", "hy"),
  script("georgian", "Georgian", "ka"),
];
/** After all others: their figures and signs are those of texts. */
const EMOJI = variable("noto-emoji", "Noto Emoji", "en");
const SYMBOLS: StaticFamily = {
  kind: "static",
  name: "Noto Sans Symbols 2",
  holds: /[\u2000-\u2bff\u{10100}-\u{1018f}\u{1d000}-\u{1fbff}]/u,
  language: "en",
  files: weights("noto-sans-symbols-2", "NotoSansSymbols2", [400]),
};

/** All of them. */
export const FAMILIES: readonly FallbackFamily[] = [
  LETTERS,
  HEBREW,
  ARABIC,
  MORE_ARABIC,
  MATHEMATICS,
  ...SCRIPTS,
  CHINESE,
  JAPANESE,
  KOREAN,
  SYMBOLS,
  EMOJI,
];

/** Writing by which a text tells whose forms its ideographs have. */
const SIGNS = [
  { family: KOREAN, sign: /\p{Script=Hangul}/u },
  { family: JAPANESE, sign: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
] as const;
const IDEOGRAPH = /\p{Script=Han}/gu;

/**
 * Whose forms ideographs have in texts that do not tell, by the other texts of the record: those of
 * a writing, if more texts are in it than are in another or hold what its family does not have
 * (`holds`). Else they are taken for Chinese.
 */
export async function findUsualFamily(
  texts: readonly string[],
  holds: (family: VariableFamily, character: string) => Promise<boolean>,
): Promise<VariableFamily> {
  for (const { family, sign } of SIGNS) {
    let [told, others] = [0, 0];
    for (const text of texts) {
      if (sign.test(text)) told += 1;
      else if (SIGNS.some((other) => other.sign.test(text))) others += 1;
      else {
        const held = (text.match(IDEOGRAPH) ?? []).map((character) => holds(family, character));
        if ((await Promise.all(held)).includes(false)) others += 1;
      }
    }
    if (told > others) return family;
  }
  return CHINESE;
}

/**
 * The families in the order in which they are asked for a text. Chinese, Japanese and Korean share
 * code points and differ in their forms: the other characters of the text tell which is meant, and
 * else `usual` is.
 */
export function orderFamilies(
  text: string,
  usual: FallbackFamily = CHINESE,
): readonly FallbackFamily[] {
  const first = SIGNS.find(({ sign }) => sign.test(text))?.family ?? usual;
  const eastern = [first, ...[CHINESE, JAPANESE, KOREAN].filter((family) => family !== first)];
  return [
    LETTERS,
    HEBREW,
    ARABIC,
    MORE_ARABIC,
    MATHEMATICS,
    ...SCRIPTS,
    ...eastern,
    SYMBOLS,
    EMOJI,
  ];
}
