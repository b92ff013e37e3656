import type { FaceChoice } from "../fonts/face-choice.ts";
import { type Paper, SHEETS } from "./paper.ts";
import { GUTTER, MARGIN, RAIL } from "./styles.ts";
import { measureText, type TextSetting } from "../fonts/text-width.ts";

/** A line of a block: how its widest text is set, and its room in points. */
export interface TextLine extends TextSetting {
  width: number;
}

/** The room between the margins of a page. */
export const widthOfText = (paper: Paper) => SHEETS[paper][0] - MARGIN.left - MARGIN.right;

/** The room beside the rail. */
export const widthOfColumn = (paper: Paper) => widthOfText(paper) - RAIL - GUTTER;

/** No letter is wider, in parts of its size: words that surely fit need not be measured. */
const WIDEST = 1.5;

/** Whether a word has no room on a line of its own. */
export function isTooWide(word: string, line: TextLine, choice: FaceChoice): boolean {
  if (word.length * line.size * WIDEST <= line.width) return false;
  return measureText(word, line, choice) > line.width;
}
