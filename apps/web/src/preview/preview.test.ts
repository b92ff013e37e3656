import { Cv } from "@triptych/schema";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { fitText } from "./break-lines.ts";
import { previewComposer } from "./compose-preview.ts";
import { drawPreview } from "./draw-preview.ts";
import { canDraw } from "./face.ts";
import { findNamedPicture } from "./named-picture.ts";
import { paintPreview } from "./paint-preview.ts";

/** Every character is half as wide as it is high. */
const measure = (text: string, size: number) => ([...text].length * size) / 2;

describe("text in its room", () => {
  test("shrinks before it is cut", () => {
    expect(fitText("aaaa bbbb", { width: 100, height: 11, sizes: [40, 20, 10] }, measure)).toEqual({
      lines: ["aaaa bbbb"],
      size: 20,
    });
  });

  test("is cut with an ellipsis when the smallest size is too large", () => {
    const { lines } = fitText(
      "aaaa bbbb cccc dddd",
      { width: 30, height: 22, sizes: [10] },
      measure,
    );
    expect(lines).toEqual(["aaaa", "bbbb…"]);
  });

  test("a word wider than the room is cut too", () => {
    const { lines } = fitText("a".repeat(50), { width: 30, height: 22, sizes: [10] }, measure);
    expect(lines).toEqual(["aaaaa…"]);
  });
});

test("text in a script the faces lack is left out, and never drawn as boxes", () => {
  expect(canDraw("display", "漢字")).toBe(false);
  expect(drawPreview({ title: "漢字", name: "Ann" })).toEqual(
    drawPreview({ title: "Ann", name: "Ann" }),
  );
  expect(drawPreview({ title: "Title", subtitle: "漢字", name: "Ann" })).toEqual(
    drawPreview({ title: "Title", name: "Ann" }),
  );
});

test("a picture of which nothing can be written is a picture all the same", () => {
  expect(paintPreview(drawPreview({ title: "漢字", name: "漢字" })).readUInt32BE(20)).toBe(630);
});

test("a name in letters the faces lack is written as a work prints it, never by an alias alone", () => {
  const record = { profile: { name: "例花子", aliases: ["Formerly Rei", "Hanako Rei"] } };
  const work = {
    id: "w",
    title: "W",
    authors: ["Hanako Rei"],
    appearances: [{ kind: "book", date: "2024" }],
  };
  const draws = (name: string) => canDraw("display", name);
  const unprinted = previewComposer(Cv.parse(record), draws);
  expect(unprinted({ path: "/", title: "例花子" }).title).toBe("例花子");
  const compose = previewComposer(Cv.parse({ ...record, publications: [work] }), draws);
  expect(compose({ path: "/", title: "例花子" }).title).toBe("Hanako Rei");
  expect(compose({ path: "/talks/", title: "Talks, 例花子" })).toMatchObject({
    title: "Talks",
    name: "Hanako Rei",
  });
});

test("the picture is a PNG of 1200 by 630 with the same bytes each time, whatever was painted before", () => {
  const marks = drawPreview({
    title: "A title",
    subtitle: "Ann Example",
    label: "ICML 2024",
    name: "Ann",
  });
  const png = paintPreview(marks);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThanOrEqual(60_000);
  paintPreview(drawPreview({ title: "Another title", name: "Ann" }));
  expect(paintPreview(marks).equals(png)).toBe(true);
});

test("a page's picture is found by its path", () => {
  const html =
    '<html><head><meta property="og:title" content="A"><meta property="og:image" content="https://example.org/cv/og.png"></head></html>';
  expect(findNamedPicture(parse(html))).toEqual({ picture: "cv/og.png", title: "A" });
  expect(findNamedPicture(parse("<p>none</p>"))).toBeUndefined();
});
