import type { CvDocument } from "./document.ts";

/** What stands above a page: which document it is, and which of its pages. */
export interface RunningHead {
  left: string;
  right: string;
}

/**
 * The first page has the name below in large letters; the others say whose document they belong to.
 * `page` from 1.
 */
export function composeRunningHead(
  { title, header: { name, updated } }: CvDocument,
  page: number,
  pages: number,
): RunningHead {
  const place = `Page ${page} of ${pages}`;
  return {
    left: page === 1 ? title : `${name}  ·  ${title}`,
    right: updated === undefined ? place : `As of ${updated}  ·  ${place}`,
  };
}
