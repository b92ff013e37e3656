import * as mupdf from "mupdf";
import type { InspectedPdf } from "./inspected-pdf.ts";

/** Grey values of a page, row by row, 0 is black. */
export interface PagePicture {
  width: number;
  height: number;
  pixels: Uint8ClampedArray;
}

/** Dots an inch: enough to see what moves by half a point, and files of a few kilobytes. */
const RESOLUTION = 60;
/** Shades of grey that are kept: more would double the size of the files and show nothing more. */
const SHADES = 8;
/**
 * How far a grey value may be off and by how many pixels of a page: other versions of the drawing
 * program smooth otherwise.
 */
const GREY_TOLERANCE = 48;
const PIXEL_TOLERANCE = 40;

function toPicture(pixmap: mupdf.Pixmap): PagePicture {
  return {
    width: pixmap.getWidth(),
    height: pixmap.getHeight(),
    pixels: Uint8ClampedArray.from(pixmap.getPixels()),
  };
}

function drawPixmap({ document }: InspectedPdf, index: number): mupdf.Pixmap {
  const scale = RESOLUTION / 72;
  const pixmap = document
    .loadPage(index)
    .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false, true);
  const step = 255 / (SHADES - 1);
  const pixels = pixmap.getPixels();
  for (const [at, value] of pixels.entries())
    pixels[at] = Math.round(Math.round(value / step) * step);
  return pixmap;
}

/** Draws a page; `index` from 0. */
export function drawPage(pdf: InspectedPdf, index: number): PagePicture {
  return toPicture(drawPixmap(pdf, index));
}

/** The same as the bytes of a PNG file. */
export function drawPng(pdf: InspectedPdf, index: number): Uint8Array {
  return drawPixmap(pdf, index).asPNG();
}

export function readPng(bytes: Uint8Array): PagePicture {
  const grey = new mupdf.Image(bytes)
    .toPixmap()
    .convertToColorSpace(mupdf.ColorSpace.DeviceGray, false);
  return toPicture(grey);
}

/** How many pixels differ by more than is allowed; all of them where the sizes differ. */
export function countDifferences(a: PagePicture, b: PagePicture): number {
  if (a.width !== b.width || a.height !== b.height) return a.pixels.length;
  return a.pixels.reduce(
    (count, value, at) => count + (Math.abs(value - (b.pixels[at] ?? 0)) > GREY_TOLERANCE ? 1 : 0),
    0,
  );
}

export function looksLike(a: PagePicture, b: PagePicture): boolean {
  return countDifferences(a, b) <= PIXEL_TOLERANCE;
}
