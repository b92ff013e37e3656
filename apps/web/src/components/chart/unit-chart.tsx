import type { Chart, ChartColumn, DotMark } from "@triptych/view";
import { filingId } from "../../addresses.ts";
import { language } from "../../words.ts";
import { type ChartGrid, layOutColumns, STEP } from "./chart-grid.ts";

/** Radius of each mark; size and filling tell them apart without colour (WCAG 1.4.1). */
const RADII: Record<DotMark, number> = { first: 4.8, coauthor: 3.1, pending: 3.7 };

/** The marks of the dots of a column, in the order of its works. */
function listMarks({ dots }: ChartColumn, worksPerDot: number): DotMark[] {
  return [...Map.groupBy(dots, ({ mark }) => mark)].flatMap(([mark, works]) =>
    Array.from({ length: Math.ceil(works.length / worksPerDot) }, () => mark),
  );
}

function Dots({ column, grid }: { column: ChartColumn; grid: ChartGrid }) {
  const marks = listMarks(column, grid.worksPerDot);
  const perRow = grid.dotsPerRow;
  const rows = Math.max(1, Math.ceil(marks.length / perRow));
  const height = rows * STEP;
  return (
    <svg
      aria-hidden="true"
      width={STEP * perRow}
      height={height}
      viewBox={`0 0 ${STEP * perRow} ${height}`}
    >
      {marks.map((mark, index) => (
        <circle
          key={index}
          className={mark}
          r={RADII[mark]}
          cx={(index % perRow) * STEP + STEP / 2}
          cy={height - Math.floor(index / perRow) * STEP - STEP / 2}
        />
      ))}
    </svg>
  );
}

/** More columns than these leave no room for a name beside them. */
const BESIDE = 9;

/** Whether the chart stands below the name and may take several rows. */
export function isLong({ columns }: Chart): boolean {
  return columns.length > BESIDE;
}

/**
 * The whole career at a glance: a dot a work, a column a year. The column is the target, since a
 * dot is smaller than a finger.
 */
export function UnitChart({ chart }: { chart: Chart }) {
  const { columns, legend, title } = chart;
  if (columns.length === 0) return null;
  const grid = layOutColumns(columns.length, Math.max(...columns.map(({ dots }) => dots.length)));
  const { worksPerDot: count } = grid;
  return (
    <figure className={isLong(chart) ? "chart long" : "chart"} aria-labelledby="chart-title">
      <p id="chart-title" className="label">
        {count === 1 ? title : language.chart.each({ title, count })}
      </p>
      <ol>
        {columns.map((column) => (
          <li key={column.label}>
            {column.dots.length === 0 ? (
              <span className="bar">
                <span className="label">{column.label}</span>
              </span>
            ) : (
              <a
                className="bar"
                href={`/publications/#${filingId(column.label)}`}
                title={column.worksText}
              >
                <Dots column={column} grid={grid} />
                <span className="label" aria-hidden="true">
                  {column.label}
                </span>
                <span className="hidden">{column.name}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
      <figcaption>
        {legend.map(({ mark, text }) => (
          <span key={mark}>
            <svg aria-hidden="true" width={STEP} height={STEP} viewBox={`0 0 ${STEP} ${STEP}`}>
              <circle className={mark} r={RADII[mark]} cx={STEP / 2} cy={STEP / 2} />
            </svg>
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
