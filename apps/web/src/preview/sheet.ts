import { COLOURS } from "@triptych/view/theme";
import type { Mask } from "./mask.ts";

const { paper, ...others } = COLOURS.light;

/** What can stand on paper, from the faintest to the darkest. */
const INKS = [
  "hairline",
  "soft",
  "accent",
  "ink",
] as const satisfies readonly (keyof typeof others)[];

export type Ink = (typeof INKS)[number];

/** Shades of each ink: with the paper they leave three of the 256 colours of a palette unused. */
const SHADES = 63;

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const ground = channels(paper);

/**
 * Red, green and blue of each colour by its number: the paper, then the shades of each ink from the
 * faintest to the full one.
 */
export const PALETTE = Uint8Array.from(
  [
    ground,
    ...INKS.flatMap((ink) => {
      const full = channels(others[ink]);
      const mix = (part: number) =>
        ground.map((none, channel) => Math.round(none + ((full[channel] ?? none) - none) * part));
      return Array.from({ length: SHADES }, (_, shade) => mix((shade + 1) / SHADES));
    }),
  ].flat(),
);

/** A picture being painted. */
export interface Sheet {
  width: number;
  height: number;
  /**
   * Rows as a PNG has them: a byte that stays 0, for no filter, then the number of a colour for
   * each pixel; 0 is the paper.
   */
  rows: Uint8Array;
}

export function blankSheet(width: number, height: number): Sheet {
  return { width, height, rows: new Uint8Array((width + 1) * height) };
}

/**
 * Puts a mask in an ink on the sheet, its origin at a whole pixel; what reaches beyond the edge is
 * lost. Where two meet, the darker stays.
 */
export function stamp(
  { width, height, rows }: Sheet,
  mask: Mask,
  x: number,
  y: number,
  ink: Ink,
): void {
  const first = INKS.indexOf(ink) * SHADES;
  for (let row = 0; row < mask.height; row += 1) {
    const down = y + mask.top + row;
    if (down < 0 || down >= height) continue;
    for (let column = 0; column < mask.width; column += 1) {
      const right = x + mask.left + column;
      const shade = Math.round(((mask.coverage[row * mask.width + column] ?? 0) * SHADES) / 255);
      if (shade === 0 || right < 0 || right >= width) continue;
      const at = down * (width + 1) + 1 + right;
      rows[at] = Math.max(rows[at] ?? 0, first + shade);
    }
  }
}
