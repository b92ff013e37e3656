import { Circle, Svg, Text as SvgText } from "@react-pdf/renderer";
import type { Chart, DotMark } from "@triptych/view";
import type { Words } from "@triptych/words";
import { structure } from "../painter/structure.ts";
import { INK } from "./styles.ts";
import { layOutChart, layOutLegend } from "./chart-grid.ts";

const LABEL = 11;
const LABEL_SIZE = 7;
/** What the legend may be wide where the columns are narrower. */
const ROOM_OF_LEGEND = 175;
const LEGEND_GAP = 3;
/** The distance of dots for which their sizes are given. */
const FULL_STEP = 5;

/** Marks differ in size and filling, so that they are told apart without colour. */
const DOTS: Record<DotMark, { r: number; fill: string; stroke: string }> = {
  first: { r: 2.1, fill: INK.accent, stroke: INK.accent },
  coauthor: { r: 1.35, fill: INK.ink, stroke: INK.ink },
  pending: { r: 1.7, fill: "#ffffff", stroke: INK.soft },
};

/** Where everything of the chart goes, in at most `available` points. */
export function placeChart({ columns, legend }: Chart, available: number) {
  const most = Math.max(...columns.map(({ dots }) => dots.length));
  const grid = layOutChart(columns.length, most, available);
  const key = layOutLegend(
    legend.map(({ text }) => text),
    Math.min(available, Math.max(grid.width, ROOM_OF_LEGEND)),
  );
  const width = Math.max(grid.width, key.width);
  return { grid, key, width, height: grid.height + LEGEND_GAP + key.height };
}

/**
 * The career at a glance at the head of the first page: a dot a work, a column a year; at most
 * `available` points wide.
 */
export function UnitChart({
  chart,
  available,
  words,
}: {
  chart: Chart;
  available: number;
  words: Words["pdf"];
}) {
  const { title, columns, summary, legend } = chart;
  const { grid, key, width: whole, height: tall } = placeChart(chart, available);
  const { step, dotsInRow, column: pitch, height, labelEvery } = grid;
  const scale = step / FULL_STEP;
  return (
    <Svg
      width={whole}
      height={tall}
      viewBox={`0 0 ${whole} ${tall}`}
      {...structure("Figure", "chart", { alt: words.chart({ title, summary }) })}
    >
      {columns.flatMap((column, at) => [
        ...column.dots.map((dot, index) => {
          const { r, fill, stroke } = DOTS[dot.mark];
          const cx = at * pitch + (3 + (index % dotsInRow) * FULL_STEP) * scale;
          const cy = height - LABEL - step / 2 - Math.floor(index / dotsInRow) * step;
          return (
            <Circle
              key={dot.id}
              cx={cx}
              cy={cy}
              r={r * scale}
              fill={fill}
              stroke={stroke}
              strokeWidth={0.5 * scale}
            />
          );
        }),
        ...((columns.length - 1 - at) % labelEvery === 0
          ? [
              <SvgText
                key={column.label}
                x={at * pitch}
                y={height - 2}
                style={{ fontFamily: "Sans", fontSize: LABEL_SIZE }}
                fill={INK.soft}
              >
                {column.shortLabel}
              </SvgText>,
            ]
          : []),
      ])}
      {legend.flatMap(({ mark, text }, index) => {
        const { x, y } = key.places[index] ?? { x: 0, y: 0 };
        const bottom = height + LEGEND_GAP + y + LABEL_SIZE;
        return [
          <Circle
            key={mark}
            {...DOTS[mark]}
            cx={x + 2.5}
            cy={bottom - LABEL_SIZE / 3}
            strokeWidth={0.5}
          />,
          <SvgText
            key={text}
            x={x + 7}
            y={bottom}
            style={{ fontFamily: "Sans", fontSize: LABEL_SIZE }}
            fill={INK.soft}
          >
            {text}
          </SvgText>,
        ];
      })}
    </Svg>
  );
}
