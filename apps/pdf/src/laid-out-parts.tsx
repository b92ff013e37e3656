import { CvPart, type CvProps } from "./components/cv.tsx";
import { listRowIds, listRows, type Row } from "./components/row.ts";
import type { LaidOutNode } from "./painter/laid-out.ts";
import { layOut } from "./painter/render-tagged.ts";

/**
 * Rows that are laid out together. The library copies its tree at every step, so that memory follows this number; and it takes a box with many
 * hundreds of entries for one that cannot be broken, and loses all but a page of it.
 */
const ROWS_AT_ONCE = 100;

interface Extent {
  first: number;
  last: number;
}

/** On which pages each id stands. */
function listExtents(pages: readonly LaidOutNode[]): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  const visit = (node: LaidOutNode, page: number) => {
    const sid = node.props?.sid;
    const known = sid === undefined ? undefined : extents.get(sid);
    if (known !== undefined) known.last = page;
    else if (sid !== undefined) extents.set(sid, { first: page, last: page });
    for (const child of node.children ?? []) visit(child, page);
  };
  for (const [index, page] of pages.entries()) visit(page, index);
  return extents;
}

/** The last page that begins with a row, and the number of rows before it; undefined where rows run over the end of every page. */
export function findCut(pages: readonly LaidOutNode[], rows: readonly Row[]): { page: number; rows: number } | undefined {
  const extents = listExtents(pages);
  const placed = rows.map((row) => listRowIds(row).flatMap((id) => extents.get(id) ?? []));
  const firsts = placed.map((list) => Math.min(...list.map(({ first }) => first)));
  const lasts = placed.map((list) => Math.max(...list.map(({ last }) => last)));
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const page = firsts[index] ?? 0;
    if ((lasts[index - 1] ?? page) < page) return { page, rows: index };
  }
  return undefined;
}

/**
 * Lays out a part of the document at a time. What stands on the last page of a part is laid out again with the next, since there is room below it;
 * a page that begins with a row looks the same whatever came before.
 */
export async function* layOutParts(props: CvProps): AsyncGenerator<LaidOutNode[]> {
  const rows = listRows(props.document);
  let [start, count] = [0, ROWS_AT_ONCE];
  while (start + count < rows.length) {
    const part = rows.slice(start, start + count);
    const { children } = await layOut(<CvPart {...props} rows={part} isFirst={start === 0} />);
    const cut = findCut(children, part);
    if (cut === undefined) {
      count *= 2;
      continue;
    }
    yield children.slice(0, cut.page);
    start += cut.rows;
    count = ROWS_AT_ONCE;
  }
  yield (await layOut(<CvPart {...props} rows={rows.slice(start)} isFirst={start === 0} />)).children;
}
