import type { YearRow, YearTable } from "@triptych/view";

/** Height of a bar, in units as its width is; the width is stretched to the room there is. */
const HEIGHT = 10;

function Bar({ row, most }: { row: YearRow; most: number }) {
  return (
    <svg className="bar" aria-hidden="true" width="100%" height={HEIGHT} viewBox={`0 0 ${most} ${HEIGHT}`} preserveAspectRatio="none">
      {row.counts.map(({ kind, count }, index) => {
        const start = row.counts.slice(0, index).reduce((sum, earlier) => sum + earlier.count, 0);
        return <rect key={kind} className={kind} x={start} y={1} width={count} height={HEIGHT - 2} vectorEffect="non-scaling-stroke" />;
      })}
    </svg>
  );
}

/** Works by year: a table in which each row draws its own bar; the kinds are said in words under it, so nothing hangs on colour. */
export function YearChart({ table }: { table: YearTable }) {
  if (table.rows.length === 0) return null;
  return (
    <table className="years">
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Kinds</th>
          <th scope="col">Works</th>
          <th scope="col">Co-authors</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>
              <Bar row={row} most={table.most} />
              {row.countsText}
            </td>
            <td>{row.total}</td>
            <td>{row.coauthors}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
