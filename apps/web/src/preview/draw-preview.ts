import type { Chart, ChartColumn, DotMark } from "@triptych/view";
import { COLOURS } from "@triptych/view/theme";
import { fitText, LEADING } from "./break-lines.ts";
import { canDraw, type FaceName, measure, outline } from "./face.ts";
import { PREVIEW_SIZE } from "./preview-size.ts";

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
const { paper, ink, soft, hairline, accent } = COLOURS.light;

const STEP = 14;
const RADII: Record<DotMark, number> = { first: 5.4, coauthor: 3.6, pending: 3.6 };
const CHART_HEIGHT = 130;
/** Two lines of the largest size, four of the smallest. */
const TITLE_HEIGHT = 255;

/** Text that the face has no glyphs for would come out as boxes; it is left out instead. */
function drawable(face: FaceName, text: string | undefined): string | undefined {
  return text !== undefined && text !== "" && canDraw(face, text) ? text : undefined;
}

function drawLine(face: FaceName, text: string, size: number, x: number, y: number, fill: string): string {
  return `<path fill="${fill}" d="${outline(face, text, size, x, y)}"/>`;
}

function drawDots(column: ChartColumn, perRow: number, left: number, base: number): string[] {
  return column.dots.map(({ mark }, index) => {
    const place = `cx="${left + (index % perRow) * STEP + STEP / 2}" cy="${base - Math.floor(index / perRow) * STEP - STEP / 2}" r="${RADII[mark]}"`;
    if (mark === "pending") return `<circle ${place} fill="none" stroke="${soft}" stroke-width="1.6"/>`;
    return `<circle ${place} fill="${mark === "first" ? accent : soft}"/>`;
  });
}

/** The unit chart, set to the right above the foot. Left out where a career is too full for dots of this size. */
function drawChart(chart: Chart, base: number): string[] {
  const most = Math.max(1, ...chart.columns.map((column) => column.dots.length));
  const perRow = Math.max(2, Math.ceil((most * STEP) / CHART_HEIGHT));
  const pitch = (perRow + 1) * STEP;
  const width = chart.columns.length * pitch - STEP;
  if (chart.columns.length === 0 || width > COLUMN) return [];
  return chart.columns.flatMap((column, index) => drawDots(column, perRow, PREVIEW_SIZE.width - MARGIN - width + index * pitch, base));
}

/** The picture of a page as SVG of outlines only: paper, title in the display face, the rest below, the owner at the foot. */
export function drawPreview(preview: Preview): string {
  const parts: string[] = [];
  const label = drawable("label", preview.label);
  const name = drawable("text", preview.name);
  const title = drawable("display", preview.title) ?? name;
  const subtitle = drawable("text", preview.subtitle);
  let y = 116;
  if (label !== undefined) {
    const fitted = fitText(label, { width: COLUMN, height: 28, sizes: [28] }, (text, size) => measure("label", text, size));
    parts.push(...fitted.lines.map((line) => drawLine("label", line, fitted.size, MARGIN, y, accent)));
  }
  y = label === undefined ? 76 : 126;
  if (title !== undefined) {
    const fitted = fitText(title, { width: COLUMN, height: TITLE_HEIGHT, sizes: [84, 76, 68, 60, 54] }, (text, size) => measure("display", text, size));
    for (const line of fitted.lines) {
      y += Math.round(fitted.size * LEADING);
      parts.push(drawLine("display", line, fitted.size, MARGIN, y, ink));
    }
    y += 18;
  }
  if (subtitle !== undefined) {
    const fitted = fitText(subtitle, { width: COLUMN, height: 72, sizes: [32, 29] }, (text, size) => measure("text", text, size));
    for (const line of fitted.lines) {
      y += Math.round(fitted.size * 1.25);
      parts.push(drawLine("text", line, fitted.size, MARGIN, y, soft));
    }
  }
  parts.push(`<path stroke="${hairline}" stroke-width="2" d="M${MARGIN} ${FOOT - 48}H${PREVIEW_SIZE.width - MARGIN}"/>`);
  if (name !== undefined) {
    const fitted = fitText(name, { width: COLUMN, height: 28, sizes: [28] }, (text, size) => measure("text", text, size));
    parts.push(...fitted.lines.map((line) => drawLine("text", line, fitted.size, MARGIN, FOOT, ink)));
  }
  if (preview.chart !== undefined && y < FOOT - 72 - CHART_HEIGHT) parts.push(...drawChart(preview.chart, FOOT - 68));
  const { width, height } = PREVIEW_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${parts.join("")}</svg>`;
}
