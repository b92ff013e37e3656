/** One measured thing: a bar for each series, in the order of the series. */
export interface Bars {
  label: string;
  values: number[];
}

export interface BarChart {
  title: string;
  /** What the bars are measured in, with its unit. */
  measure: string;
  series: string[];
  rows: Bars[];
  /** A value as it is written at the end of its bar. */
  format: (value: number) => string;
}

const WIDTH = 720;
const LABELS = 190;
const VALUES = 90;
const BAR = 12;
const FILLS = ["#8a1c1c", "#9a958c", "#d3cec3", "#5d7a8c"];

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * A chart of horizontal bars as SVG, readable on light and dark pages alike because it brings its
 * own paper.
 */
export function drawBarChart({ title, measure, series, rows, format }: BarChart): string {
  const most = Math.max(...rows.flatMap(({ values }) => values), Number.MIN_VALUE);
  const step = series.length * (BAR + 2) + 12;
  const height = 64 + rows.length * step;
  const legend = series
    .map(
      (name, index) =>
        `<tspan dx="${index === 0 ? 0 : 14}" fill="${FILLS[index] ?? "#000"}">■</tspan> ${escape(name)}`,
    )
    .join("");
  const bars = rows.flatMap(({ label, values }, row) => {
    const top = 60 + row * step;
    const name = `<text x="${LABELS - 10}" y="${top + (series.length * (BAR + 2)) / 2 + 4}" text-anchor="end">${escape(label)}</text>`;
    const own = values.map((value, index) => {
      const [y, length] = [
        top + index * (BAR + 2),
        Math.max(1, (value / most) * (WIDTH - LABELS - VALUES)),
      ];
      return `<rect x="${LABELS}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" fill="${FILLS[index] ?? "#000"}"/><text x="${(LABELS + length + 6).toFixed(1)}" y="${y + BAR - 2}">${escape(format(value))}</text>`;
    });
    return [name, ...own];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(`${title}: ${measure}`)}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="10" y="22" font-size="14" font-weight="600">${escape(title)}</text>
<text x="10" y="42" fill="#555">${escape(measure)}${series.length > 1 ? `<tspan dx="18">${legend}</tspan>` : ""}</text>
${bars.join("\n")}
</svg>
`;
}
