import { COLOURS } from "@triptych/view/theme";
import { renderPng } from "./render-png.ts";
import { writeIco } from "./write-ico.ts";

/**
 * Ground to the edge, the mark inside the circle of 80 % that a mask leaves (W3C manifest,
 * `maskable`).
 */
function fillGround(svg: string): string {
  return svg.replace(
    'viewBox="0 0 32 32">',
    `viewBox="-4 -4 40 40"><rect x="-4" y="-4" width="40" height="40" ` +
      `fill="${COLOURS.light.paper}"/>`,
  );
}

/** All icons of the one drawing, by file name. */
export function drawIcons(svg: string): Map<string, Buffer> {
  const full = fillGround(svg);
  return new Map([
    ["favicon.ico", writeIco([16, 32].map((side) => ({ side, png: renderPng(svg, side) })))],
    ["icon-192.png", renderPng(svg, 192)],
    ["icon-512.png", renderPng(svg, 512)],
    ["icon-maskable-512.png", renderPng(full, 512)],
    ["apple-touch-icon.png", renderPng(full, 180)],
  ]);
}
