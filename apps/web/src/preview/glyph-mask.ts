import { type FaceName, outlineOf, type PlacedGlyph } from "./face.ts";
import { type Mask, paintMask } from "./mask.ts";

/**
 * Glyphs are painted at this many places within a pixel each way: finer steps cannot be seen, and
 * each is painted once for all pictures.
 */
const STEPS = 4;

const painted = new Map<string, Mask | undefined>();

/** A mask and the whole pixel its origin stands on. */
export interface PlacedMask {
  mask: Mask;
  x: number;
  y: number;
}

/**
 * The mask of a glyph whose origin is at `x` and `y`, in pixels; nothing where the glyph has no
 * outline.
 */
export function maskGlyph(
  face: FaceName,
  size: number,
  { id, x, y }: PlacedGlyph,
): PlacedMask | undefined {
  const [right, down] = [Math.round(x * STEPS), Math.round(y * STEPS)];
  const [column, row] = [Math.floor(right / STEPS), Math.floor(down / STEPS)];
  const [shiftRight, shiftDown] = [right / STEPS - column, down / STEPS - row];
  const key = `${face} ${size} ${id} ${shiftRight} ${shiftDown}`;
  if (!painted.has(key)) {
    const { path, scale, box } = outlineOf(face, id, size);
    const shape =
      `<path transform="matrix(${scale} 0 0 ` +
      `${-scale} ${shiftRight} ${shiftDown})" d="${path}"/>`;
    const extent = {
      left: box.left + shiftRight,
      right: box.right + shiftRight,
      top: box.top + shiftDown,
      bottom: box.bottom + shiftDown,
    };
    painted.set(key, path === "" ? undefined : paintMask(shape, extent));
  }
  const mask = painted.get(key);
  return mask === undefined ? undefined : { mask, x: column, y: row };
}
