import { Resvg } from "@resvg/resvg-js";
import { writePng } from "./write-png.ts";

/** A picture of the SVG in its own size, as PNG. It holds outlines only, so no font is looked for. */
export function renderPng(svg: string, width?: number): Buffer {
  const fitTo = width === undefined ? { mode: "original" as const } : { mode: "width" as const, value: width };
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}

/** An opaque picture with few colours. */
export function renderPreview(svg: string): Buffer {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return writePng(pixels, width, height);
}
