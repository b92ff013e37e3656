import type { Chart, ChartColumn, DotMark } from "@triptych/view";
import { fitText, LEADING } from "./break-lines.ts";
import { canDraw, type FaceName, measure } from "./face.ts";
import { PREVIEW_SIZE } from "./preview-size.ts";
import type { Ink } from "./sheet.ts";

/** What a link-preview picture says; finished text. */
export interface Preview {
  title: string;
  /** Authors or role. */
  subtitle?: string;
  /** Venue. */
  label?: string;
  /** The owner, where the title is not already the name. */
  name?: string;
  chart?: Chart;
}

const MARGIN = 80;
const COLUMN = PREVIEW_SIZE.width - 2 * MARGIN;
const FOOT = PREVIEW_SIZE.height - 64;

/**
 * What is painted, in pixels from the upper left corner: a line of text on its base line, a dot
 * around its centre, a rule from its corner.
 */
export type Mark = { x: number; y: number; ink: Ink } & (
  | { kind: "line"; face: FaceName; text: string; size: number }
  | { kind: "dot"; radius: number; stroke?: number }
  | { kind: "rule"; width: number; height: number }
);

const STEP = 14;
const RADII: Record<DotMark, number> = { first: 5.4, coauthor: 3.6, pending: 3.6 };
const CHART_HEIGHT = 130;
/** Two lines of the largest size, four of the smallest. */
const TITLE_HEIGHT = 255;

/** Text that the face has no glyphs for would come out as boxes; it is left out instead. */
function drawable(face: FaceName, text: string | undefined): string | undefined {
  return text !== undefined && text !== "" && canDraw(face, text) ? text : undefined;
}

function drawDots(column: ChartColumn, perRow: number, left: number, base: number): Mark[] {
  return column.dots.map(({ mark }, index) => ({
    kind: "dot",
    x: left + (index % perRow) * STEP + STEP / 2,
    y: base - Math.floor(index / perRow) * STEP - STEP / 2,
    ink: mark === "first" ? "accent" : "soft",
    radius: RADII[mark],
    ...(mark === "pending" ? { stroke: 1.6 } : {}),
  }));
}

/**
 * The unit chart, set to the right above the foot. Left out where a career is too full for dots of
 * this size.
 */
function drawChart(chart: Chart, base: number): Mark[] {
  const most = Math.max(1, ...chart.columns.map((column) => column.dots.length));
  const perRow = Math.max(2, Math.ceil((most * STEP) / CHART_HEIGHT));
  const pitch = (perRow + 1) * STEP;
  const width = chart.columns.length * pitch - STEP;
  if (chart.columns.length === 0 || width > COLUMN) return [];
  return chart.columns.flatMap((column, index) =>
    drawDots(column, perRow, PREVIEW_SIZE.width - MARGIN - width + index * pitch, base),
  );
}

/** How far letters reach below their base line, as a multiple of the size. */
const DEPTH = 0.3;

/** Venue, title in the display face, authors; and the row below which nothing of them reaches. */
function drawText({ label: venue, title: words, subtitle: people, name }: Preview): {
  marks: Mark[];
  bottom: number;
} {
  const marks: Mark[] = [];
  const label = drawable("label", venue);
  const title = drawable("display", words) ?? drawable("text", name);
  const subtitle = drawable("text", people);
  let [y, bottom] = [label === undefined ? 76 : 126, 0];
  if (label !== undefined) {
    const { lines, size } = fitText(
      label,
      { width: COLUMN, height: 28, sizes: [28] },
      (text, tried) => measure("label", text, tried),
    );
    for (const text of lines)
      marks.push({ kind: "line", face: "label", text, size, x: MARGIN, y: 116, ink: "accent" });
    bottom = 116 + size * DEPTH;
  }
  if (title !== undefined) {
    const room = { width: COLUMN, height: TITLE_HEIGHT, sizes: [84, 76, 68, 60, 54] } as const;
    const { lines, size } = fitText(title, room, (text, tried) => measure("display", text, tried));
    for (const text of lines) {
      y += Math.round(size * LEADING);
      marks.push({ kind: "line", face: "display", text, size, x: MARGIN, y, ink: "ink" });
    }
    bottom = y + size * DEPTH;
    y += 18;
  }
  if (subtitle !== undefined) {
    const { lines, size } = fitText(
      subtitle,
      { width: COLUMN, height: 72, sizes: [32, 29] },
      (text, tried) => measure("text", text, tried),
    );
    for (const text of lines) {
      y += Math.round(size * 1.25);
      marks.push({ kind: "line", face: "text", text, size, x: MARGIN, y, ink: "soft" });
    }
    bottom = y + size * DEPTH;
  }
  return { marks, bottom };
}

/** The owner below a rule. */
function drawFoot(name: string | undefined): Mark[] {
  const rule: Mark = {
    kind: "rule",
    x: MARGIN,
    y: FOOT - 49,
    width: COLUMN,
    height: 2,
    ink: "hairline",
  };
  if (name === undefined) return [rule];
  const { lines, size } = fitText(name, { width: COLUMN, height: 28, sizes: [28] }, (text, tried) =>
    measure("text", text, tried),
  );
  return [
    rule,
    ...lines.map((text): Mark => ({
      kind: "line",
      face: "text",
      text,
      size,
      x: MARGIN,
      y: FOOT,
      ink: "ink",
    })),
  ];
}

const CHART_TOP = FOOT - 72 - CHART_HEIGHT;

/** What the picture of a page shows, the chart where the text leaves it room. All else is paper. */
export function drawPreview(preview: Preview): Mark[] {
  const { marks, bottom } = drawText(preview);
  const chart =
    preview.chart === undefined || bottom > CHART_TOP ? [] : drawChart(preview.chart, FOOT - 68);
  return [...marks, ...chart, ...drawFoot(drawable("text", preview.name))];
}
