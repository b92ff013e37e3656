import { COLOURS } from "@triptych/view/theme";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { outlineOf, placeLine } from "./face.ts";
import { paintPreview } from "./paint-preview.ts";
import { blankSheet, PALETTE, stamp } from "./sheet.ts";
import { writePng } from "./write-png.ts";

/** Pixels of an SVG drawing, RGBA row by row. */
const paintSvg = (content: string, width: number, height: number) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
    { background: COLOURS.light.paper },
  ).render().pixels;

/** What another reader of PNG finds in the file. */
const decode = (png: Buffer, width: number, height: number) =>
  paintSvg(
    `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString("base64")}"/>`,
    width,
    height,
  );

const hexAt = (pixels: Uint8Array, pixel: number) =>
  `#${Buffer.from(pixels.subarray(pixel * 4, pixel * 4 + 3)).toString("hex")}`;

test("another reader finds the colours of the palette, pixel by pixel", () => {
  const used = PALETTE.length / 3;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.nat(used - 1), { minLength: 40, maxLength: 400 }),
      (width, numbers) => {
        const height = Math.floor(numbers.length / width);
        const shown = numbers.slice(0, width * height);
        const rows = Uint8Array.from(
          Array.from({ length: height }, (_, row) => [
            0,
            ...shown.slice(row * width, (row + 1) * width),
          ]).flat(),
        );
        const found = decode(writePng({ width, height, rows }, PALETTE), width, height);
        for (const [pixel, number] of shown.entries()) {
          expect(hexAt(found, pixel)).toBe(
            `#${Buffer.from(PALETTE.subarray(number * 3, number * 3 + 3)).toString("hex")}`,
          );
        }
      },
    ),
    { numRuns: 30 },
  );
});

test("each ink is as the theme has it where a mask covers all", () => {
  const mask = { left: 0, top: 0, width: 1, height: 1, coverage: Uint8Array.of(255) };
  for (const ink of ["hairline", "soft", "accent", "ink"] as const) {
    const sheet = blankSheet(1, 1);
    stamp(sheet, mask, 0, 0, ink);
    expect(hexAt(decode(writePng(sheet, PALETTE), 1, 1), 0)).toBe(COLOURS.light[ink]);
  }
});

test("what reaches beyond an edge is lost, not put on the other side", () => {
  const mask = { left: -1, top: -1, width: 3, height: 3, coverage: new Uint8Array(9).fill(255) };
  const sheet = blankSheet(3, 3);
  stamp(sheet, mask, 0, 0, "ink");
  expect([...sheet.rows].map((colour) => (colour === 0 ? "." : "x")).join("")).toBe(".xx..xx.....");
});

test("a line is painted as its outlines are by another painter, but for fractions of a pixel", () => {
  const [text, size, x, y] = ["Wéight-averaged Ŧ ensembles, 2024", 54, 80, 200];
  const found = decode(
    paintPreview([{ kind: "line", face: "display", text, size, x, y, ink: "ink" }]),
    1200,
    630,
  );
  const outlines = placeLine("display", text, size, x, y).map((glyph) => {
    const { path, scale } = outlineOf("display", glyph.id, size);
    return `<path fill="${COLOURS.light.ink}" transform="matrix(${scale} 0 0 ${-scale} ${glyph.x} ${glyph.y})" d="${path}"/>`;
  });
  const expected = paintSvg(outlines.join(""), 1200, 630);
  const paper = Number.parseInt(COLOURS.light.paper.slice(1, 3), 16);
  let [covered, difference] = [0, 0];
  for (let at = 0; at < expected.length; at += 4) {
    covered += paper - (expected[at] ?? paper);
    difference += Math.abs((expected[at] ?? 0) - (found[at] ?? 0));
  }
  expect(covered).toBeGreaterThan(100_000);
  expect(difference / covered).toBeLessThan(0.08);
});

test("a dot, a ring and a rule stand where they are asked for", () => {
  const found = decode(
    paintPreview([
      { kind: "dot", x: 100, y: 100, radius: 5, ink: "accent" },
      { kind: "dot", x: 200, y: 100, radius: 5, stroke: 4, ink: "soft" },
      { kind: "rule", x: 100, y: 300, width: 50, height: 2, ink: "hairline" },
    ]),
    1200,
    630,
  );
  const at = (x: number, y: number) => hexAt(found, y * 1200 + x);
  const { accent, soft, hairline, paper } = COLOURS.light;
  expect([at(100, 100), at(103, 100), at(110, 100)]).toEqual([accent, accent, paper]);
  expect([at(200, 100), at(205, 99), at(210, 100)]).toEqual([paper, soft, paper]);
  expect([at(99, 300), at(100, 300), at(149, 301), at(150, 301), at(100, 302)]).toEqual([
    paper,
    hairline,
    hairline,
    paper,
    paper,
  ]);
});
