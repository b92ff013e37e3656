import { isRightToLeft } from "@triptych/words/direction";

/** What is parted by no markup of its own, or is no line of text, and the text between tags. */
const TEXT =
  /<(title|option|textarea|script|style|pre|desc)\b[^]*?<\/\1>|(?<=>)\s*([^\s<][^<]*[^\s<]|[^\s<])/g;

/**
 * HTML in which each text that runs from right to left keeps to itself, so that what stands before
 * and after it keeps its place. Texts are told apart by tags and by the comments that React leaves
 * between them.
 */
export function isolateTexts(html: string, [open, close]: readonly [string, string]): string {
  return html.replaceAll(TEXT, (whole: string, _element, text: string | undefined) =>
    text !== undefined && isRightToLeft(text)
      ? whole.replace(text, () => open + text + close)
      : whole,
  );
}
