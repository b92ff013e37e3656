import { Cv } from "@triptych/schema";
import { beforeAll, expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import { listExpectedEntries, listStructuredEntries } from "./sample/cv-agreement.ts";
import { listFonts } from "./rules/font-rules.ts";
import { findOutside, findOverlaps, readPaintedBoxes } from "./reading/page-layout.ts";
import { PROGRAMS } from "./reading/programs.ts";
import { flatten } from "./reading/plain.ts";
import { frameOf, type Rendered, renderSample } from "./sample/sample-render.ts";

const NAMES = {
  Turkish: "Şükrü Işık Çağlayangil",
  Polish: "Łucja Żółć-Gęślą",
  Vietnamese: "Nguyễn Thị Ngọc Ánh Đặng",
  Greek: "Ελένη Παπαδοπούλου",
  Cyrillic: "Пётр Щербаков",
  Chinese: "刘世炜",
  Japanese: "山田さくら",
  Korean: "김철수",
  Arabic: "محمد علي الخوارزمي",
  Hebrew: "משה בן־מימון",
  "a mark over a letter": "Q̃uill X̂avier",
  ligatures: "Griffin Affleck Fjord",
} as const;

/** Scripts of India, South-East Asia, Ethiopia and the Caucasus. */
const FURTHER_NAMES = {
  Hindi: "क्षेत्रीय स्त्री श्रृंखला",
  Bengali: "রবীন্দ্রনাথ ঠাকুর",
  Gujarati: "ક્ષત્રિય શ્રીમતી",
  Punjabi: "ਗੁਰਮੁਖੀ ਸਿੰਘ",
  Kannada: "ಮೈತ್ರಿ ಕೃಷ್ಣ",
  Malayalam: "ശ്രീധരൻ ക്ഷേത്രം",
  Sinhala: "ප්‍රේමරත්න ශ්‍රී",
  Tamil: "தமிழ்ச்செல்வி கோபால்",
  Telugu: "శ్రీనివాస్ కృష్ణ",
  Thai: "ที่ปรึกษา น้ำผึ้ง",
  Lao: "ສົມພອນ ແກ້ວ",
  Khmer: "ស្រីមុំ ខ្មែរ",
  Amharic: "ሰላም አበበ ቢቂላ",
  Armenian: "Գրիգոր Լուսավորիչ",
  Georgian: "გიორგი მაისურაძე",
} as const;

const SYMBOLS = "∀x ∈ ℝ: ‖x‖² ≥ 0, ∑ λᵢ → ∞, 𝔸 ⊗ 𝒪(√n), 😀 👩‍🔬 ☃";
const UNSPACED = "稀疏训练在大规模神经网络中的应用与展望，以及若干尚未解决的问题".repeat(3);

const WORLD = Cv.parse({
  profile: { name: "Ada 刘世炜 Example", interests: [SYMBOLS] },
  publications: [
    {
      id: "world",
      title: "Names of the World",
      authors: Object.values(NAMES),
      appearances: [{ kind: "preprint", date: "2021" }],
    },
    {
      id: "further",
      title: "Further Names of the World",
      authors: Object.values(FURTHER_NAMES),
      appearances: [{ kind: "preprint", date: "2019" }],
    },
    {
      id: "unspaced",
      title: UNSPACED,
      authors: [NAMES.Chinese],
      appearances: [{ kind: "preprint", date: "2020" }],
    },
  ],
});

let made: Rendered;
beforeAll(async () => {
  made = await renderSample(WORLD);
});

test("keeps to every rule, between the margins and without overlaps", () => {
  expect(checkPdf(made.pdf)).toEqual([]);
  const boxes = readPaintedBoxes(made.inspected.document);
  expect(findOutside(boxes, frameOf("a4"))).toEqual([]);
  expect(findOverlaps(boxes)).toEqual([]);
});

test("tells every entry letter by letter in its structure", () => {
  const squeeze = (entries: string[][]) =>
    entries.map((lines) => lines.map((line) => line.replaceAll(" ", "")));
  expect(squeeze(listStructuredEntries(made.inspected))).toEqual(
    squeeze(listExpectedEntries(made.document)),
  );
});

test("embeds parts of its fonts and stays small", () => {
  expect(made.pdf.length).toBeLessThan(200_000);
  for (const { name } of listFonts(made.inspected)) expect(name).toMatch(/^[A-Z]{6}\+/);
});

test.each(["pdf.js", "mupdf", "poppler"] as const)(
  "%s reads every name in NFC and the symbols",
  async (program) => {
    const text = await PROGRAMS[program](made.pdf);
    if (text === undefined) return;
    const flat = flatten(text);
    for (const [language, name] of Object.entries({ ...NAMES, ...FURTHER_NAMES }))
      expect(flat, language).toContain(name);
    expect(flat).toContain(SYMBOLS);
    expect(flat.replaceAll(" ", "")).toContain(UNSPACED);
    expect(flat).not.toMatch(/[\ufb00-\ufb06\ufffd]/);
    expect(flat.normalize("NFC")).toBe(flat);
  },
);

/**
 * Letter by letter: Ghostscript adds spaces, and PDFium turns names round that run from right to
 * left among others. Of a glyph with a joiner Ghostscript knows nothing.
 */
test.each([
  ["PDFium", /\p{Script=Arabic}|\p{Script=Hebrew}/u],
  ["Ghostscript", /\p{Join_Control}/u],
] as const)("%s gives every letter of every other name back", async (program, isOther) => {
  const text = await PROGRAMS[program](made.pdf);
  if (text === undefined) return;
  const names = Object.values({ ...NAMES, ...FURTHER_NAMES }).filter((name) => !isOther.test(name));
  expect(names.length).toBeGreaterThan(23);
  const letters = (given: string) => given.replaceAll(/\s/g, "");
  expect(names.filter((name) => !letters(text).includes(letters(name)))).toEqual([]);
});

test("ligatures that are characters of the record come out as their letters, and nothing after them is lost", async () => {
  const made = await renderSample(
    Cv.parse({
      profile: { name: "Ada Example" },
      talks: [{ title: "The ﬁrst oﬃce of aﬄuence", host: "A Host", date: "2021" }],
    }),
  );
  expect(listStructuredEntries(made.inspected)).toEqual([
    ["2021", "The first office of affluence, A Host"],
  ]);
});

test("brackets between words from right to left are drawn the other way round and read as they are", async () => {
  const made = await renderSample(
    Cv.parse({
      profile: { name: "Ada Example" },
      talks: [{ title: "משה (דוד) <לוי>", host: "A Host", date: "2021" }],
    }),
  );
  expect(listStructuredEntries(made.inspected)).toEqual([["2021", "משה (דוד) <לוי>, A Host"]]);
});

test("in a list of names in Latin letters, the first of two Hebrew names stands first", async () => {
  const { inspected } = await renderSample(
    Cv.parse({
      profile: { name: "Ada Example" },
      publications: [
        {
          id: "two",
          title: "Two Names",
          authors: ["אבג", "דהו", "Ada Example"],
          appearances: [{ kind: "preprint", date: "2019" }],
        },
      ],
    }),
  );
  const places = new Map<string, number>();
  inspected.document
    .loadPage(0)
    .toStructuredText("preserve-whitespace")
    .walk({ onChar: (character, _origin, _font, _size, [left]) => places.set(character, left) });
  const seen = [..."אבגדהו"].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  expect(seen.join(" ")).toBe("ג ב א ו ה ד");
});
