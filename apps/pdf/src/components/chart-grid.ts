/** Where the dots and labels of the unit chart go; lengths in points. */
export interface ChartGrid {
  /** From dot to dot. */
  step: number;
  dotsInRow: number;
  /** From column to column. */
  column: number;
  width: number;
  height: number;
  /** One column of so many has a label, counted from the last. */
  labelEvery: number;
}

const STEP = 5;
const COLUMN = 19;
const TALLEST = 110;
const LABEL = { width: 17, height: 11 };
/** Room between the dots of two columns. */
const GAP = 3;

/** As large as dots can be with so many of them in a row. */
function stepFor(dotsInRow: number, most: number, column: number): number {
  return Math.min(STEP, TALLEST / Math.ceil(most / dotsInRow), (column - GAP) / dotsInRow);
}

/**
 * The chart for `columns` columns with at most `most` dots in one, in a room of `available` width.
 * Two dots in a row of five points each where there is room; long careers have narrower columns,
 * and large numbers of works smaller dots.
 */
export function layOutChart(columns: number, most: number, available: number): ChartGrid {
  // The last label needs its room also where columns are narrower.
  const narrow = (available - LABEL.width) / Math.max(1, columns - 1);
  const column = Math.min(COLUMN, available / columns, narrow);
  const choices = Array.from({ length: 30 }, (_, index) => index + 1);
  const ordered = [2, ...choices.filter((choice) => choice !== 2)];
  const dotsInRow = ordered.reduce((best, choice) =>
    stepFor(choice, most, column) > stepFor(best, most, column) ? choice : best,
  );
  const step = stepFor(dotsInRow, most, column);
  return {
    step,
    dotsInRow,
    column,
    width: column * (columns - 1) + Math.max(column, LABEL.width),
    height: Math.ceil(most / dotsInRow) * step + LABEL.height,
    labelEvery: Math.ceil(LABEL.width / column),
  };
}

/**
 * Where the entries of the legend begin, below one another where they have no room side by side;
 * points from its top left corner.
 */
export interface LegendGrid {
  places: { x: number; y: number }[];
  width: number;
  height: number;
}

/**
 * Of the legend: from line to line, from where a dot begins to its text, and about as wide as a
 * letter of seven points is at most.
 */
const LEGEND = { line: 9, dot: 7, letter: 3.4, gap: 7 };

export function layOutLegend(texts: readonly string[], available: number): LegendGrid {
  const places: LegendGrid["places"] = [];
  let [x, y, width] = [0, 0, 0];
  for (const text of texts) {
    const needed = LEGEND.dot + text.length * LEGEND.letter;
    if (x > 0 && x + needed > available) [x, y] = [0, y + LEGEND.line];
    places.push({ x, y });
    width = Math.max(width, x + needed);
    x += needed + LEGEND.gap;
  }
  return { places, width, height: texts.length === 0 ? 0 : y + LEGEND.line };
}
