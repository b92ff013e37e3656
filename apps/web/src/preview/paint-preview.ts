import type { Mark } from "./draw-preview.ts";
import { placeLine } from "./face.ts";
import { maskGlyph } from "./glyph-mask.ts";
import { type Mask, paintMask } from "./mask.ts";
import { PREVIEW_SIZE } from "./preview-size.ts";
import { blankSheet, PALETTE, stamp } from "./sheet.ts";
import { writePng } from "./write-png.ts";

const dots = new Map<string, Mask>();

/** The mask of a dot around its centre: filled, or a ring whose line is `stroke` pixels wide. */
function maskDot(radius: number, stroke: number | undefined): Mask {
  const key = `${radius} ${stroke ?? "filled"}`;
  const known = dots.get(key);
  if (known !== undefined) return known;
  const reach = radius + (stroke ?? 0) / 2;
  const line = stroke === undefined ? "" : ` fill="none" stroke="#000" stroke-width="${stroke}"`;
  const mask = paintMask(`<circle r="${radius}"${line}/>`, {
    left: -reach,
    top: -reach,
    right: reach,
    bottom: reach,
  });
  dots.set(key, mask);
  return mask;
}

function paintMark(mark: Mark): void {
  if (mark.kind === "dot")
    return stamp(sheet, maskDot(mark.radius, mark.stroke), mark.x, mark.y, mark.ink);
  if (mark.kind === "rule") {
    const { width, height } = mark;
    return stamp(
      sheet,
      { left: 0, top: 0, width, height, coverage: new Uint8Array(width * height).fill(255) },
      mark.x,
      mark.y,
      mark.ink,
    );
  }
  for (const glyph of placeLine(mark.face, mark.text, mark.size, mark.x, mark.y)) {
    const placed = maskGlyph(mark.face, mark.size, glyph);
    if (placed !== undefined) stamp(sheet, placed.mask, placed.x, placed.y, mark.ink);
  }
}

/** Painted anew for each picture: a megabyte each time would keep the collector busy. */
const sheet = blankSheet(PREVIEW_SIZE.width, PREVIEW_SIZE.height);

/** The picture as PNG: the marks on paper. The same marks give the same bytes. */
export function paintPreview(marks: readonly Mark[]): Buffer {
  sheet.rows.fill(0);
  for (const mark of marks) paintMark(mark);
  return writePng(sheet, PALETTE);
}
