/** A stretch of a formatted citation. */
export interface CitationSpan {
  text: string;
  italic?: true;
}

/** Marks of the output format, from the private use area. */
const MARKS = { italic: "\uE000", upright: "\uE001", end: "\uE002" } as const;

/**
 * Stands behind a `<` that could open markup: citeproc reads `<i>` in a title as italics, and
 * titles of the record are plain text.
 */
const SHIELD = "\uE003";

/** Text that citeproc takes as it is. */
export function shieldText(text: string): string {
  return text.replaceAll(/[\uE000-\uE003]/g, "").replaceAll(/<(?=[a-z/])/gi, `<${SHIELD}`);
}

const enclose = (mark: string) => `${mark}%%STRING%%${MARKS.end}`;

/** The decorations that an output format of citeproc must know. What is not italic stays plain. */
export const SPAN_FORMAT = {
  text_escape: (text: string | undefined) => text ?? "",
  bibstart: "",
  bibend: "",
  "@font-style/italic": enclose(MARKS.italic),
  "@font-style/oblique": enclose(MARKS.italic),
  "@font-style/normal": enclose(MARKS.upright),
  "@display/left-margin": (_state: unknown, text: string) => text,
  "@display/right-inline": (_state: unknown, text: string) => text,
  "@bibliography/entry": (_state: unknown, text: string) => text,
} as const;

/** Reads the marks back into spans; decorations may stand inside each other. */
export function parseSpans(marked: string): CitationSpan[] {
  const spans: CitationSpan[] = [];
  const styles: boolean[] = [];
  for (const part of marked.replaceAll(SHIELD, "").split(/([\uE000-\uE002])/)) {
    if (part === MARKS.italic || part === MARKS.upright) styles.push(part === MARKS.italic);
    else if (part === MARKS.end) styles.pop();
    else if (part !== "") {
      const isItalic = styles.at(-1) ?? false;
      const last = spans.at(-1);
      if (last !== undefined && (last.italic ?? false) === isItalic) last.text += part;
      else spans.push(isItalic ? { text: part, italic: true } : { text: part });
    }
  }
  return spans;
}
