import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { listTexts, makeWebFonts } from "./web-fonts.ts";

function draws(font: Buffer | undefined, text: string): boolean {
  const opened = create(font ?? Buffer.alloc(0));
  return (
    "hasGlyphForCodePoint" in opened &&
    [...text].every((character) => opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
  );
}

function shape(font: Buffer | undefined, text: string) {
  const opened = create(font ?? Buffer.alloc(0));
  return "layout" in opened ? opened.layout(text).glyphs : [];
}

describe("the faces of the site", () => {
  test("are two small files for a record in English", async () => {
    const files = await makeWebFonts("Shiwei Liu – “Naïve” résumé");
    expect([...files.keys()]).toEqual(["serif.woff2", "display.woff2"]);
    for (const font of files.values())
      expect(draws(font, "Shiwei Liu – “Naïve” résumé 0123456789 &")).toBe(true);
    expect([...files.values()].reduce((sum, font) => sum + font.length, 0)).toBeLessThan(32_000);
  });

  test("draw what a keyboard writes, amounts of money, and ligatures", async () => {
    for (const font of (await makeWebFonts("Naïve")).values()) {
      expect(draws(font, "$1,272,177 £5 €3 100% [a] {b} `c` © a+b=c @ # ~")).toBe(true);
      expect(shape(font, "fi")).toHaveLength(1);
      expect(new Set(shape(font, "0123456789").map(({ advanceWidth }) => advanceWidth)).size).toBe(
        1,
      );
    }
  });

  test("hold only what is shown: a letter nobody uses is not in them", async () => {
    const files = await makeWebFonts("abc");
    expect(draws(files.get("serif.woff2"), "ÿ")).toBe(false);
  });

  test("grow by files of their own for other scripts, each declared with the letters it holds", async () => {
    const files = await makeWebFonts("Łukasz Nguyễn Ελένη Иван");
    const names = [...files.keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        "serif-latin-ext.woff2",
        "display-latin-ext.woff2",
        "serif-greek.woff2",
        "serif-cyrillic.woff2",
      ]),
    );
    expect(draws(files.get("serif-latin-ext.woff2"), "Ł")).toBe(true);
    expect(draws(files.get("serif-greek.woff2"), "Ελένη")).toBe(true);
    const css = files.get("more.css")?.toString() ?? "";
    for (const name of names.filter((file) => file.includes("-")))
      expect(css).toContain(`/fonts/${name}`);
    expect(css).toContain("U+141");
  });

  test("draw a letter and the marks on it from one file, wherever the letter stands", async () => {
    const files = await makeWebFonts("Ọ̀ṣọ́ ẹ̀kọ́ m̀ ạ̄́ и́");
    const oneFileOf = (letter: string) => [...files.values()].some((font) => draws(font, letter));
    for (const [letter] of "Ọ̀ṣọ́ẹ̀m̀и́".matchAll(/\P{M}\p{M}*/gu)) expect(oneFileOf(letter)).toBe(true);
    expect(files.get("more.css")?.toString()).toMatch(/serif-vietnamese[^}]*U\+300, U\+301/);
  });

  test("hold what the record says, and not what only stands in its addresses", () => {
    expect(
      listTexts({
        name: "Ada",
        links: [{ url: "https://example.org/~ada" }],
        numbers: [1, null],
      }).trim(),
    ).toBe("Ada");
  });

  test("leave to the reader's fonts what the face does not draw", async () => {
    expect([...(await makeWebFonts("刘世伟 😀")).keys()]).toEqual(["serif.woff2", "display.woff2"]);
  });

  test("are the same bytes for the same record", async () => {
    expect(await makeWebFonts("Łukasz")).toEqual(await makeWebFonts("Łukasz"));
  });
});
