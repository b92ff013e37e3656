import { describe, expect, test } from "vitest";
import { COLOURS } from "./theme.ts";

/** Relative luminance of an sRGB colour (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** As mail programs turn a colour over that know no better. */
const turnOver = (hex: string) =>
  `#${(0xffffff - Number.parseInt(hex.slice(1), 16)).toString(16).padStart(6, "0")}`;

describe.each(["light", "dark"] as const)("%s colours", (scheme) => {
  const { paper, wash, ink, soft, accent } = COLOURS[scheme];
  test.each([
    ["ink", ink],
    ["soft", soft],
    ["accent", accent],
  ])(
    "%s text keeps 4.5:1 on paper and wash, and in a mail whose colours are turned over (WCAG 1.4.3)",
    (_name, colour) => {
      expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, wash)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(turnOver(colour), turnOver(paper))).toBeGreaterThanOrEqual(4.5);
    },
  );
});
