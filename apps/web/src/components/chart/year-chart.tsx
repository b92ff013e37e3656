import type { YearTable } from "@triptych/view";
import { words } from "../../words.ts";

/** Pixels from line to line, and of a bar. */
const LINE = 22;
const BAR = 9;

/**
 * Bars of the works of each year. Labels keep the size of the page's text whatever the width; only
 * the bars stretch.
 */
function Bars({ table }: { table: YearTable }) {
  const { rows, most } = table;
  const height = rows.length * LINE;
  return (
    <svg role="img" aria-labelledby="years-title years-desc" width="100%" height={height}>
      <title id="years-title">{table.title}</title>
      <desc id="years-desc">{table.summary}</desc>
      {rows.map(({ label, total }, index) => (
        <g key={label}>
          <text x="0" y={index * LINE + 15}>
            {label}
          </text>
          <text x="100%" y={index * LINE + 15} textAnchor="end">
            {total}
          </text>
        </g>
      ))}
      <svg
        x="30%"
        width="62%"
        height={height}
        viewBox={`0 0 ${most} ${height}`}
        preserveAspectRatio="none"
      >
        {rows.map(({ label, total }, index) => (
          <rect key={label} x={0} y={index * LINE + (LINE - BAR) / 2} width={total} height={BAR} />
        ))}
      </svg>
    </svg>
  );
}

/** The works of each year: a picture, and the same with its kinds and co-authors as a table. */
export function YearChart({ table }: { table: YearTable }) {
  if (table.rows.length === 0) return null;
  return (
    <figure className="years">
      <Bars table={table} />
      <details>
        <summary>{words.coauthors.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.coauthors.year}</th>
              <th scope="col">{words.coauthors.kinds}</th>
              <th scope="col">{table.totalTitle}</th>
              <th scope="col">{words.coauthors.coauthors}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{row.countsText}</td>
                <td>{row.total}</td>
                <td>{row.coauthors}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
