import { Cv } from "@triptych/schema";
import { beforeAll, expect, test } from "vitest";
import { checkPdf } from "./rules/check-pdf.ts";
import { PROGRAMS } from "./reading/programs.ts";
import { type Rendered, renderSample } from "./sample/sample-render.ts";

/** Letters with a mark that no character has, and those of Yoruba, Igbo and Vietnamese with two. */
const ABOVE = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c";
const BELOW = "\u0323\u0331";
const BASES = "ABDEGHIKLMNOPRSTUVWYZabdeghiklmnoprstuvwyzọẹṣẸỌäöüÄÖÜ";
const composed = Array.from({ length: 0x1f00 - 0x41 }, (_, index) =>
  String.fromCodePoint(index + 0x41),
).filter(
  (letter) => /[\p{Script=Latin}]/u.test(letter) && [...letter.normalize("NFD")].length >= 3,
);
const combined = Array.from(BASES)
  .flatMap((base) => Array.from(ABOVE + BELOW, (mark) => (base + mark).normalize("NFC")))
  .filter((letter) => /\p{M}/u.test(letter));

/** Each between two others, so that a space beside a mark is seen. */
const WORDS = [...composed, ...combined].map((letter) => `a${letter}a`);
const WORDS_IN_A_TITLE = 30;

let made: Rendered;
beforeAll(async () => {
  const talks = Array.from({ length: Math.ceil(WORDS.length / WORDS_IN_A_TITLE) }, (_, index) => ({
    title: WORDS.slice(index * WORDS_IN_A_TITLE, (index + 1) * WORDS_IN_A_TITLE).join(" "),
    host: "A Host",
    date: `${1990 + index}`,
  }));
  made = await renderSample(Cv.parse({ profile: { name: "Ọlá Ọ̀ṣọ́" }, talks }));
});

test("there are letters with two marks", () => {
  expect(WORDS.length).toBeGreaterThan(475);
  expect(checkPdf(made.pdf)).toEqual([]);
});

test.each(Object.entries(PROGRAMS))(
  "%s gives every letter with its marks back",
  async (_, read) => {
    const text = await read(made.pdf);
    if (text === undefined) return;
    expect(WORDS.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain("Ọlá Ọ̀ṣọ́");
  },
);
