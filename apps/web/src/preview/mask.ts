import { Resvg } from "@resvg/resvg-js";

/**
 * How much of each pixel a shape covers, 0 to 255, row by row. `left` and `top` are its corner, in
 * pixels from the shape's own origin.
 */
export interface Mask {
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Uint8Array;
}

/** Edges in pixels from the origin; they need not be whole. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Room for what smoothing adds around a shape, in pixels. */
const MARGIN = 1;

/** The mask of an SVG shape without a colour of its own. */
export function paintMask(shape: string, extent: Extent): Mask {
  const [left, top] = [Math.floor(extent.left) - MARGIN, Math.floor(extent.top) - MARGIN];
  const [width, height] = [
    Math.ceil(extent.right) + MARGIN - left,
    Math.ceil(extent.bottom) + MARGIN - top,
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="${left} ${top} ${width} ${height}">${shape}</svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  // Black on nothing: the fourth of the four bytes of a pixel is what is covered.
  return {
    left,
    top,
    width,
    height,
    coverage: Uint8Array.from({ length: width * height }, (_, pixel) => pixels[pixel * 4 + 3] ?? 0),
  };
}
