import { Circle, Svg, Text as SvgText } from "@react-pdf/renderer";
import type { Chart, DotMark } from "@triptych/view";
import { structure } from "../painter/structure.ts";
import { INK } from "../styles.ts";
import { layOutChart } from "./chart-grid.ts";

const LABEL = 11;
/** The distance of dots for which their sizes are given. */
const FULL_STEP = 5;

/** Marks differ in size and filling, so that they are told apart without colour. */
const DOTS: Record<DotMark, { r: number; fill: string; stroke: string }> = {
  first: { r: 2.1, fill: INK.accent, stroke: INK.accent },
  coauthor: { r: 1.35, fill: INK.ink, stroke: INK.ink },
  pending: { r: 1.7, fill: "#ffffff", stroke: INK.soft },
};

/** The career at a glance at the head of the first page: a dot a work, a column a year; at most `available` points wide. */
export function UnitChart({ chart: { title, columns, summary }, available }: { chart: Chart; available: number }) {
  const most = Math.max(...columns.map(({ dots }) => dots.length));
  const { step, dotsInRow, column: pitch, width, height, labelEvery } = layOutChart(columns.length, most, available);
  const scale = step / FULL_STEP;
  return (
    <Svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...structure("Figure", "chart", { alt: `${title}. ${summary}.` })}>
      {columns.flatMap((column, at) => [
        ...column.dots.map((dot, index) => {
          const { r, fill, stroke } = DOTS[dot.mark];
          const cx = at * pitch + (3 + (index % dotsInRow) * FULL_STEP) * scale;
          const cy = height - LABEL - step / 2 - Math.floor(index / dotsInRow) * step;
          return <Circle key={dot.id} cx={cx} cy={cy} r={r * scale} fill={fill} stroke={stroke} strokeWidth={0.5 * scale} />;
        }),
        ...((columns.length - 1 - at) % labelEvery === 0
          ? [
              <SvgText key={column.label} x={at * pitch} y={height - 2} style={{ fontFamily: "Sans", fontSize: 6 }} fill={INK.soft}>
                {column.shortLabel}
              </SvgText>,
            ]
          : []),
      ])}
    </Svg>
  );
}
