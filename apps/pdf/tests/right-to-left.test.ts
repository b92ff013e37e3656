import { Cv } from "@triptych/schema";
import { beforeAll, expect, test } from "vitest";
import { PROGRAMS } from "./reading/programs.ts";
import { flatten } from "./reading/plain.ts";
import { checkPdf } from "./rules/check-pdf.ts";
import { listExpectedEntries, listStructuredEntries } from "./sample/cv-agreement.ts";
import { type Rendered, renderSample } from "./sample/sample-render.ts";

const TITLES = [
  "מי קורא?",
  "שלום, עולם: מבוא (חלק ב)",
  "هل تفهم الآلة؟ دراسة في اللغة",
  "الأول، الثاني: لا لأن",
];
const BOTH_WAYS = ["סקירה בין 2015 ל-2023 (Deep Learning)", "تقييم GPT-4 مع 12,5 مليون جملة"];
/** Over several lines, so that each ends in a space. */
const LONG = "למידה עמוקה של רשתות דלילות, סקירה מקיפה של שיטות ותוצאות ".repeat(3).trim();
const VOWELS = ["שָׁלוֹם, עוֹלָם", "مُحَمَّدٌ، الأول"];

let made: Rendered;
beforeAll(async () => {
  const talks = [...TITLES, ...BOTH_WAYS, LONG, ...VOWELS].map((title) => ({
    title,
    host: "A Host",
    date: "2020",
  }));
  made = await renderSample(Cv.parse({ profile: { name: "משה בן־מימון" }, talks }));
});

test("tells every entry in its structure, and keeps to every rule", () => {
  expect(listStructuredEntries(made.inspected)).toEqual(listExpectedEntries(made.document));
  expect(checkPdf(made.pdf)).toEqual([]);
});

test.each([
  ["pdf.js", [...TITLES, ...VOWELS]],
  ["mupdf", TITLES],
  // It turns brackets round as the font has them already.
  ["PDFium", TITLES.filter((title) => !title.includes("("))],
] as const)("%s gives titles back with their signs and joined letters", async (program, titles) => {
  const text = flatten(await PROGRAMS[program](made.pdf));
  expect(text).toContain("משה בן־מימון");
  for (const title of titles) expect(text).toContain(title.normalize("NFC"));
});

test.each(["pdf.js", "mupdf"] as const)(
  "%s gives what runs both ways back in the order of reading",
  async (program) => {
    const squeeze = (text: string) => text.replaceAll(/\s/g, "");
    const text = squeeze(await PROGRAMS[program](made.pdf));
    for (const title of [...BOTH_WAYS, LONG]) expect(text).toContain(squeeze(title));
  },
);

test("lines from right to left begin where those from left to right begin", () => {
  const left = new Map<number, number>();
  made.inspected.document
    .loadPage(0)
    .toStructuredText("preserve-whitespace")
    .walk({
      onChar: (character, [x, y], _font, size) => {
        if (/\S/.test(character) && size > 9 && size < 10)
          left.set(Math.round(y), Math.min(x, left.get(Math.round(y)) ?? Infinity));
      },
    });
  const starts = [...left.values()];
  expect(starts.length).toBeGreaterThan(TITLES.length + BOTH_WAYS.length + 2);
  expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(2);
});
