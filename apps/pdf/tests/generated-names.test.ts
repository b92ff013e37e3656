import { Cv } from "@triptych/schema";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readPaintedForms } from "./reading/painted-forms.ts";
import { PROGRAMS } from "./reading/programs.ts";
import { drawAlone, isDrawn } from "./sample/drawn-alone.ts";
import { type Rendered, renderSample } from "./sample/sample-render.ts";

/**
 * Letters, and the vowel signs and marks that may follow them. Of Latin letters with marks that no
 * character has the small ones of Yoruba: `copied-text.test.ts` has the others, each in a word of its
 * own. Poppler's layout can part words that have several of these with a capital among them, and
 * those where the face changes between them.
 */
const SCRIPTS = {
  Latin: { letters: "A-Za-zÀ-ÖØ-öø-žẠ-ỹ" },
  Yoruba: { letters: "ẹọṣ", marks: "\u0300\u0301", most: 4 },
  Greek: { letters: "Α-ΡΣ-Ωα-ωάέήίόύώἀ-ἇ" },
  Cyrillic: { letters: "А-яёђ-џҐґҚқҢңӘәӨө" },
  Armenian: { letters: "Ա-Ֆա-ֆ" },
  Georgian: { letters: "ა-ჰ" },
  Hebrew: { letters: "א-ת" },
  Arabic: { letters: "ابةتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ" },
  Devanagari: { letters: "क-नप-रलवश-ह", marks: "ा-ौं" },
  Bengali: { letters: "ক-নপ-রলশ-হ", marks: "ািীুূেৈোৌং" },
  Gujarati: { letters: "ક-નપ-રલવશ-હ", marks: "ાિીુૂેૈોૌં" },
  Gurmukhi: { letters: "ਕ-ਨਪ-ਰਲਵਸਹ", marks: "ਾਿੀੁੂੇੈੋੌ" },
  Kannada: { letters: "ಕ-ನಪ-ರಲವಶ-ಹ", marks: "ಾಿೀುೂೆೇೈೊೋೌಂ" },
  Malayalam: { letters: "ക-നപ-രലവശ-ഹ", marks: "ാിീുൂെേൈൊോൌം" },
  Sinhala: { letters: "කඛගඝචඡජටඨඩඪණතථදධනපඵබභමයරලවශෂසහ", marks: "ාැෑිීුූෙේෛොෝෞං" },
  Tamil: { letters: "கஙசஞடணதநபமயரலவழளறன", marks: "ாிீுூெேைொோௌ" },
  Telugu: { letters: "క-నప-రలవశ-హ", marks: "ాిీుూెేైొోౌం" },
  Thai: { letters: "กขคฆ-ฮ", marks: "ัิ-ู่้" },
  Lao: { letters: "ກຂຄງຈຊຍດ-ທນ-ຟມ-ຣລວສຫອຮ", marks: "ັິ-ູ່້" },
  Khmer: { letters: "ក-អ", marks: "ា-ៅំ" },
  Ethiopic: { letters: "ሀ-ሆለ-ሏሐ-ቆ" },
  Chinese: { letters: "刘世炜司马懿赵钱孙李周吴郑王" },
  hiragana: { letters: "ぁ-ゖ" },
  katakana: { letters: "ァ-ヺ" },
  Korean: { letters: "가-힣" },
} as const;

/** The characters of a class of a regular expression. */
const listOf = (characters: string) =>
  [...characters.matchAll(/(.)-(.)|./gu)]
    .flatMap(([one, from = one, to = one]) => {
      const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .filter((character) => /[\p{L}\p{M}]/u.test(character));

interface Script {
  letters: string;
  marks?: string;
  /** So many letters at most. */
  most?: number;
}

function nameIn({ letters, marks = "", most = 8 }: Script) {
  const letter = fc.constantFrom(...listOf(letters));
  const mark = fc.constantFrom("", ...listOf(marks));
  return fc
    .array(fc.tuple(letter, mark), { minLength: 3, maxLength: most })
    .map((pairs) => pairs.flat().join("").normalize("NFC"));
}

/** The same in every run: a name that is lost is a fault of today. */
const SAMPLE = { numRuns: 3, seed: 3 };
const NAMES = Object.values(SCRIPTS).flatMap((script) => fc.sample(nameIn(script), SAMPLE));

let made: Rendered;
beforeAll(async () => {
  const talks = NAMES.map((name, index) => ({ title: name, host: name, date: `${1900 + index}` }));
  made = await renderSample(Cv.parse({ profile: { name: "Ada Example" }, talks }));
});

const squeeze = (text: string) => text.replaceAll(/\s/g, "");

test.each(Object.entries(PROGRAMS))(
  "%s gives generated names of every script back, letter for letter",
  async (_, read) => {
    const text = await read(made.pdf);
    if (text === undefined) return;
    expect(NAMES.filter((name) => !squeeze(text).includes(name))).toEqual([]);
  },
);

test.each(["pdf.js", "poppler in the order of painting"] as const)(
  "and %s sees no space inside of them",
  async (program) => {
    const text = await PROGRAMS[program](made.pdf);
    if (text === undefined) return;
    expect(NAMES.filter((name) => !text.includes(name))).toEqual([]);
  },
);

test("and each is drawn as HarfBuzz draws it", async () => {
  const pages = readPaintedForms(made.inspected);
  for (const name of NAMES) {
    const alone = await drawAlone(name, 500);
    expect(
      pages.some((page) => isDrawn(page, alone)),
      name,
    ).toBe(true);
  }
});
