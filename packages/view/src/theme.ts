/**
 * The family's look, once. Colours are CSS hex, lengths say their unit. Contrast is checked by a
 * test (WCAG 2.2, 1.4.3).
 */

export const COLOURS = {
  light: {
    paper: "#fdfdfc",
    ink: "#1a1c1f",
    soft: "#5b6066",
    hairline: "#dcdedd",
    accent: "#0a6158",
    wash: "#f3f5f4",
  },
  dark: {
    paper: "#121416",
    ink: "#e3e4e3",
    soft: "#9aa0a6",
    hairline: "#2b2f33",
    accent: "#63c7b5",
    wash: "#191c1f",
  },
} as const;

export const FONTS = {
  /** Everything that is read. */
  serif: { name: "Source Serif 4", fallback: "Georgia, 'Times New Roman', serif" },
  /** What is set large: the same face, cut for size. */
  display: { name: "Source Serif 4 Display", fallback: "Georgia, 'Times New Roman', serif" },
  /** Labels, dates, numbers. The web uses the reader's own sans. */
  sans: {
    name: "Source Sans 3",
    fallback: "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  },
  mono: { fallback: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace" },
} as const;

/**
 * Text sizes as multiples of the base size; 18 px on the desk and 17 px on the phone, 10 pt on
 * paper.
 */
export const SCALE = {
  display: 3.2,
  heading: 1.5,
  title: 1.06,
  base: 1,
  people: 0.94,
  label: 0.8,
} as const;

export const WEIGHTS = { display: 350, text: 400, title: 500, owner: 600 } as const;

export const LEADING = { display: 1.04, title: 1.35, text: 1.55 } as const;

/** Steps of white space in rem. */
export const SPACE = [0.25, 0.5, 1, 1.5, 2.6, 4.2] as const;

/** Widths in rem on the web; the rail on paper in mm. */
export const GRID = { rail: 7.5, gutter: 2, column: 40, page: 62, railOnPaper: 24 } as const;
