/** What is measured several times, against what it may take. */
export interface Row {
  what: string;
  unit: "s" | "ms";
  values: number[];
  /** In the unit of the values; undefined where it is only shown. */
  limit?: number;
}

/** Seconds and milliseconds that a person may wait, in the middle of several tries. */
export const LIMITS = { publish: 8, edit: 500, check: 300, help: 250 } as const;

export interface Judged extends Row {
  median: number;
  isKept: boolean;
}

/** The middle of the values, the upper of two, against the limit. */
export function judge(row: Row): Judged {
  const sorted = row.values.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  return { ...row, median, isKept: row.limit === undefined || median <= row.limit };
}

/** One line for each limit that was crossed. */
export function listCrossed(rows: readonly Judged[]): string[] {
  return rows.flatMap(({ what, unit, median, limit, isKept }) =>
    isKept || limit === undefined
      ? []
      : [`${what}: ${writeNumber(median, unit)}; at most ${limit} ${unit}`],
  );
}

export function writeNumber(value: number, unit: Row["unit"]): string {
  return unit === "s" ? `${value.toFixed(1)} s` : `${value.toFixed(0)} ms`;
}
