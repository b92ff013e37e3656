import { COLOURS } from "@triptych/view/theme";
import { Resvg } from "@resvg/resvg-js";
import type { Band } from "./draw-preview.ts";
import { PREVIEW_SIZE } from "./preview-size.ts";
import { writePng } from "./write-png.ts";

const OPTIONS = { font: { loadSystemFonts: false } } as const;

/** A picture of the SVG in its own size, as PNG. It holds outlines only, so no font is looked for. */
export function renderPng(svg: string, width?: number): Buffer {
  const fitTo = width === undefined ? { mode: "original" as const } : { mode: "width" as const, value: width };
  return new Resvg(svg, { fitTo, ...OPTIONS }).render().asPng();
}

const { width, height } = PREVIEW_SIZE;
const paper = COLOURS.light.paper;

/** The pixels of a band, RGBA row by row. */
function paintBand({ top, bottom, shapes }: Band): Uint8Array {
  const rows = bottom - top;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${rows}" viewBox="0 ${top} ${width} ${rows}">${shapes}</svg>`;
  return new Resvg(svg, { background: paper, ...OPTIONS }).render().pixels;
}

const blank = paintBand({ top: 0, bottom: 1, shapes: "" });
let lastFoot: { band: Band; pixels: Uint8Array } | undefined;

/** An opaque picture with few colours: the bands on paper. */
export function renderPreview([text, foot]: [Band, Band]): Buffer {
  if (lastFoot?.band.top !== foot.top || lastFoot.band.shapes !== foot.shapes) lastFoot = { band: foot, pixels: paintBand(foot) };
  const pixels = new Uint8Array(width * height * 4);
  for (let row = text.bottom; row < foot.top; row += 1) pixels.set(blank, row * blank.length);
  // Nothing is above where no face has the letters of what would stand there.
  if (text.bottom > 0) pixels.set(paintBand(text));
  pixels.set(lastFoot.pixels, foot.top * blank.length);
  return writePng(pixels, width, height);
}
