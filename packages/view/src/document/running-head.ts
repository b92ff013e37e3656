import type { Words } from "@triptych/words";
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
  { title, header: { name, updated } }: Pick<CvDocument, "title" | "header">,
  { page, pages }: { page: number; pages: number },
  words: Words,
): RunningHead {
  const place = words.document.page({ page, pages });
  return {
    left: page === 1 ? title : `${name}  ·  ${title}`,
    right: updated === undefined ? place : `${words.document.asOf({ date: updated })}  ·  ${place}`,
  };
}
