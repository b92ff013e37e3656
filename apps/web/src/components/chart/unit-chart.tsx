import type { Chart, ChartColumn, DotMark } from "@triptych/view";
import { filingId } from "../../addresses.ts";

/** Pixels from dot to dot; two dots a row. */
const STEP = 12;
const PER_ROW = 2;

/** Radius of each mark; size and filling tell them apart without colour (WCAG 1.4.1). */
const RADII: Record<DotMark, number> = { first: 4.8, coauthor: 3.1, pending: 3.7 };

function Dots({ column }: { column: ChartColumn }) {
  const rows = Math.max(1, Math.ceil(column.dots.length / PER_ROW));
  const height = rows * STEP;
  return (
    <svg
      aria-hidden="true"
      width={STEP * PER_ROW}
      height={height}
      viewBox={`0 0 ${STEP * PER_ROW} ${height}`}
    >
      {column.dots.map((dot, index) => (
        <circle
          key={dot.id}
          className={dot.mark}
          r={RADII[dot.mark]}
          cx={(index % PER_ROW) * STEP + STEP / 2}
          cy={height - Math.floor(index / PER_ROW) * STEP - STEP / 2}
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
  if (chart.columns.length === 0) return null;
  return (
    <figure className={isLong(chart) ? "chart long" : "chart"}>
      <ol>
        {chart.columns.map((column) => (
          <li key={column.label}>
            {column.dots.length === 0 ? (
              <span className="bar">
                <span className="label">{column.shortLabel}</span>
              </span>
            ) : (
              <a
                className="bar"
                href={`/publications/#${filingId(column.label)}`}
                title={column.worksText}
              >
                <Dots column={column} />
                <span className="label" aria-hidden="true">
                  {column.shortLabel}
                </span>
                <span className="hidden">{column.name}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
      <figcaption>
        {chart.legend.map(({ mark, text }) => (
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
