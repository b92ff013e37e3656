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
const { ink, soft, hairline, accent } = COLOURS.light;

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
  return `<g fill="${fill}">${outline(face, text, size, x, y)}</g>`;
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

/** Some rows of a picture, as SVG shapes in the whole picture's pixels. */
export interface Band {
  top: number;
  bottom: number;
  shapes: string;
}

const bandOf = (top: number, bottom: number, parts: readonly string[]): Band => ({ top, bottom, shapes: parts.join("") });

/** How far letters reach below their base line, as a multiple of the size. */
const DEPTH = 0.3;

/** The upper band: venue, title in the display face, authors. */
function drawText({ label: venue, title: words, subtitle: people, name }: Preview): Band {
  const parts: string[] = [];
  const label = drawable("label", venue);
  const title = drawable("display", words) ?? drawable("text", name);
  const subtitle = drawable("text", people);
  let [y, bottom] = [label === undefined ? 76 : 126, 0];
  if (label !== undefined) {
    const fitted = fitText(label, { width: COLUMN, height: 28, sizes: [28] }, (text, size) => measure("label", text, size));
    parts.push(...fitted.lines.map((line) => drawLine("label", line, fitted.size, MARGIN, 116, accent)));
    bottom = 116 + 28 * DEPTH;
  }
  if (title !== undefined) {
    const fitted = fitText(title, { width: COLUMN, height: TITLE_HEIGHT, sizes: [84, 76, 68, 60, 54] }, (text, size) => measure("display", text, size));
    for (const line of fitted.lines) {
      y += Math.round(fitted.size * LEADING);
      parts.push(drawLine("display", line, fitted.size, MARGIN, y, ink));
    }
    bottom = y + fitted.size * DEPTH;
    y += 18;
  }
  if (subtitle !== undefined) {
    const fitted = fitText(subtitle, { width: COLUMN, height: 72, sizes: [32, 29] }, (text, size) => measure("text", text, size));
    for (const line of fitted.lines) {
      y += Math.round(fitted.size * 1.25);
      parts.push(drawLine("text", line, fitted.size, MARGIN, y, soft));
    }
    bottom = y + fitted.size * DEPTH;
  }
  return bandOf(0, Math.ceil(bottom), parts);
}

const CHART_TOP = FOOT - 72 - CHART_HEIGHT;

/** The lower band: the chart where there is room for it, a line, the owner. Most pictures of a site share it. */
function drawFoot(name: string | undefined, chart: Chart | undefined): Band {
  const parts = [`<path stroke="${hairline}" stroke-width="2" d="M${MARGIN} ${FOOT - 48}H${PREVIEW_SIZE.width - MARGIN}"/>`];
  if (name !== undefined) {
    const fitted = fitText(name, { width: COLUMN, height: 28, sizes: [28] }, (text, size) => measure("text", text, size));
    parts.push(...fitted.lines.map((line) => drawLine("text", line, fitted.size, MARGIN, FOOT, ink)));
  }
  const dots = chart === undefined ? [] : drawChart(chart, FOOT - 68);
  return bandOf(dots.length === 0 ? FOOT - 49 : CHART_TOP, PREVIEW_SIZE.height, [...parts, ...dots]);
}

/** The picture of a page in bands that do not overlap, of outlines only. All other rows are paper. */
export function drawPreview(preview: Preview): [Band, Band] {
  const text = drawText(preview);
  const hasRoom = text.bottom <= CHART_TOP;
  return [text, drawFoot(drawable("text", preview.name), hasRoom ? preview.chart : undefined)];
}
