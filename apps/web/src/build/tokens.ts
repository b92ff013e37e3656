import { COLOURS, FONTS, GRID, LEADING, SCALE, SPACE, WEIGHTS } from "@triptych/view/theme";

const declare = (name: string, value: string | number) => `  --${name}: ${value};`;

/** `--ink: light-dark(#1a1c1f, #e3e4e3)`: both schemes in one value, chosen by `color-scheme`. */
function colourTokens(): string[] {
  const { light, dark } = COLOURS;
  return Object.entries(light).map(([name, value]) =>
    declare(
      name,
      `light-dark(${value}, ` +
        `${Object.entries(dark).find(([other]) => other === name)?.[1] ?? value})`,
    ),
  );
}

/** The style sheet of the family's tokens; written by `pnpm generate` and compared by a test. */
export function tokensCss(): string {
  const lines = [
    ...colourTokens(),
    declare("serif", `"${FONTS.serif.name}", "Local serif", ${FONTS.serif.fallback}`),
    declare(
      "display",
      `"${FONTS.display.name}", "Display stand-in", "Local display", ${FONTS.display.fallback}`,
    ),
    declare("sans", FONTS.sans.fallback),
    declare("mono", FONTS.mono.fallback),
    ...Object.entries(SCALE).map(([name, value]) => declare(`size-${name}`, `${value}rem`)),
    ...Object.entries(WEIGHTS).map(([name, value]) => declare(`weight-${name}`, value)),
    ...Object.entries(LEADING).map(([name, value]) => declare(`leading-${name}`, value)),
    ...SPACE.map((value, index) => declare(`space-${index + 1}`, `${value}rem`)),
    declare("rail", `${GRID.rail}rem`),
    declare("gutter", `${GRID.gutter}rem`),
    declare("column", `${GRID.column}rem`),
    declare("page", `${GRID.page}rem`),
  ];
  return (
    `/* Generated from packages/view/src/theme.ts by \`pnpm generate\`. Do not edit. */\n:root ` +
    `{\n${lines.join("\n")}\n}\n`
  );
}
