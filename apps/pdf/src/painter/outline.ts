import type { OutlineMark } from "./structure.ts";

/** A place in the finished document: page from 0, points from the page's top left. */
export interface OutlinePlace extends OutlineMark {
  page: number;
  left: number;
  top: number;
  pageWidth: number;
}

interface OutlineItem {
  addItem(title: string, options?: object): OutlineItem;
}

/**
 * Nests the places by level under pdfkit's outline. react-pdf's own uses coordinates relative to
 * the parent box.
 */
export function writeOutline(root: OutlineItem, places: readonly OutlinePlace[]): void {
  let section = root;
  for (const { title, level, page, left, top, pageWidth } of places) {
    const parent = level === 1 ? root : section;
    // pdfkit writes the left of a destination as page width minus what it is given.
    const item = parent.addItem(title, {
      pageNumber: page,
      top,
      left: pageWidth - left,
      zoom: 0,
      fit: false,
      expanded: level === 1,
    });
    if (level === 1) section = item;
  }
}
