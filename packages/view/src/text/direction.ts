import { isRightToLeft } from "@triptych/words/direction";

/** What is one text, is kept to itself already or is none, and the text between tags. */
const TEXT =
  /<(bdi|title|option|textarea|script|style|pre|desc)\b[^]*?<\/\1>|(?<=>)\s*([^\s<][^<]*[^\s<]|[^\s<])/g;

/**
 * HTML in which each text that runs from right to left keeps to itself, so that what stands before
 * and after it keeps its place. Texts are told apart by tags and by the comments that React leaves
 * between them; sentences have isolates in them already.
 */
export function isolateTexts(html: string, [open, close]: readonly [string, string]): string {
  return html.replaceAll(TEXT, (whole: string, _element, text: string | undefined) =>
    text !== undefined && isRightToLeft(text) && !text.includes("\u2068")
      ? whole.replace(text, () => open + text + close)
      : whole,
  );
}
