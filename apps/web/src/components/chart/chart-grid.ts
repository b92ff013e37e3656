/** Pixels from dot to dot. */
export const STEP = 12;

/** What a phone of 390 px leaves a chart, in pixels; the height is that of all its lines. */
const WIDTH = 350;
const HEIGHT = 290;
/** The label of a column with the gaps around it, and the least a column takes beside the next. */
const LABEL = 44;
const LEAST_COLUMN = 28;
const GAP = 2;
/** Taller columns are hard to count. */
const MOST_ROWS = 12;

export interface ChartGrid {
  dotsPerRow: number;
  /** At most so many works are one dot. */
  worksPerDot: number;
}

/**
 * How the dots of a chart stand, so that the chart has about one height whatever it shows: columns
 * of two dots widen to three and four, then a dot stands for several works.
 * @param columns how many there are
 * @param most works of the fullest column
 */
export function layOutColumns(columns: number, most: number): ChartGrid {
  const grids = [2, 3, 4].map((dotsPerRow): ChartGrid => {
    const perLine = Math.floor(WIDTH / (Math.max(dotsPerRow * STEP, LEAST_COLUMN) + GAP));
    const lines = Math.ceil(columns / perLine);
    const rows = Math.min(MOST_ROWS, Math.max(1, Math.floor((HEIGHT / lines - LABEL) / STEP)));
    return { dotsPerRow, worksPerDot: Math.max(1, Math.ceil(most / (rows * dotsPerRow))) };
  });
  const fewest = Math.min(...grids.map(({ worksPerDot }) => worksPerDot));
  return (
    grids.find(({ worksPerDot }) => worksPerDot === fewest) ?? { dotsPerRow: 2, worksPerDot: 1 }
  );
}
