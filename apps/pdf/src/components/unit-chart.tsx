import { Circle, Svg, Text as SvgText } from "@react-pdf/renderer";
import type { Chart, DotMark } from "@triptych/view";
import { structure } from "../painter/structure.ts";
import { INK } from "../styles.ts";

/** Points from dot to dot. */
const STEP = 5;
const PER_ROW = 2;
const COLUMN = STEP * PER_ROW + 9;
const LABEL = 11;

/** Marks differ in size and filling, so that they are told apart without colour. */
const DOTS: Record<DotMark, { r: number; fill: string; stroke: string }> = {
  first: { r: 2.1, fill: INK.accent, stroke: INK.accent },
  coauthor: { r: 1.35, fill: INK.ink, stroke: INK.ink },
  pending: { r: 1.7, fill: "#ffffff", stroke: INK.soft },
};

/** The career at a glance at the head of the first page: a dot a work, a column a year. */
export function UnitChart({ chart }: { chart: Chart }) {
  const rows = Math.max(...chart.columns.map((column) => Math.ceil(column.dots.length / PER_ROW)));
  const height = rows * STEP + LABEL;
  const width = chart.columns.length * COLUMN;
  return (
    <Svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...structure("Figure", "chart", { alt: `Works by year. ${chart.summary}.` })}>
      {chart.columns.flatMap((column, at) => [
        ...column.dots.map((dot, index) => {
          const { r, fill, stroke } = DOTS[dot.mark];
          const cx = at * COLUMN + 3 + (index % PER_ROW) * STEP;
          const cy = height - LABEL - STEP / 2 - Math.floor(index / PER_ROW) * STEP;
          return <Circle key={dot.id} cx={cx} cy={cy} r={r} fill={fill} stroke={stroke} strokeWidth={0.5} />;
        }),
        <SvgText key={column.label} x={at * COLUMN} y={height - 2} style={{ fontFamily: "Sans", fontSize: 6 }} fill={INK.soft}>
          {column.shortLabel}
        </SvgText>,
      ])}
    </Svg>
  );
}
