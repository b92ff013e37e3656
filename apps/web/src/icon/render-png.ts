import { Resvg } from "@resvg/resvg-js";

/**
 * A picture of the SVG as PNG, `side` pixels wide. It holds outlines only, so no font is looked
 * for.
 */
export function renderPng(svg: string, side: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: "width", value: side }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}
