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
  return {
    grid,
    key,
    width: Math.max(grid.width, key.width),
    height: grid.height + LEGEND_GAP + key.height,
    isLabelled: (at: number) => (columns.length - 1 - at) % grid.labelEvery === 0,
  };
}

type Placed = ReturnType<typeof placeChart>;

function Label({ x, y, children }: { x: number; y: number; children: string }) {
  const style = { fontFamily: "Sans", fontSize: LABEL_SIZE };
  return (
    <SvgText x={x} y={y} style={style} fill={INK.soft}>
      {children}
    </SvgText>
  );
}

/** The works of a year, from the bottom up, and below them which year it is. */
function drawColumn(
  { dots, label, shortLabel }: Chart["columns"][number],
  at: number,
  placed: Placed,
) {
  const { step, dotsInRow, column, height } = placed.grid;
  const scale = step / FULL_STEP;
  return [
    ...dots.map(({ id, mark }, index) => (
      <Circle
        key={id}
        cx={at * column + (3 + (index % dotsInRow) * FULL_STEP) * scale}
        cy={height - LABEL - step / 2 - Math.floor(index / dotsInRow) * step}
        {...DOTS[mark]}
        r={DOTS[mark].r * scale}
        strokeWidth={0.5 * scale}
      />
    )),
    ...(placed.isLabelled(at)
      ? [
          <Label key={label} x={at * column} y={height - 2}>
            {shortLabel}
          </Label>,
        ]
      : []),
  ];
}

function drawLegend({ mark, text }: Chart["legend"][number], index: number, { grid, key }: Placed) {
  const { x, y } = key.places[index] ?? { x: 0, y: 0 };
  const bottom = grid.height + LEGEND_GAP + y + LABEL_SIZE;
  return [
    <Circle
      key={mark}
      {...DOTS[mark]}
      cx={x + 2.5}
      cy={bottom - LABEL_SIZE / 3}
      strokeWidth={0.5}
    />,
    <Label key={text} x={x + 7} y={bottom}>
      {text}
    </Label>,
  ];
}

interface UnitChartProps {
  chart: Chart;
  available: number;
  words: Words["pdf"];
}

/**
 * The career at a glance at the head of the first page: a dot a work, a column a year; at most
 * `available` points wide.
 */
export function UnitChart({ chart, available, words }: UnitChartProps) {
  const { title, columns, summary, legend } = chart;
  const placed = placeChart(chart, available);
  const { width, height } = placed;
  return (
    <Svg
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      {...structure("Figure", "chart", { alt: words.chart({ title, summary }) })}
    >
      {columns.flatMap((column, at) => drawColumn(column, at, placed))}
      {legend.flatMap((entry, index) => drawLegend(entry, index, placed))}
    </Svg>
  );
}
