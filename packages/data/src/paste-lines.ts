import type { ContentFile } from "./content-file.ts";
import type { Fault } from "./fault.ts";
import type { TextEdit } from "./value-remedy.ts";

/** A fault with the edit that would repair it. */
export type EditedFault = Fault & { edit?: TextEdit };

interface LineRange {
  from: number;
  to: number;
}

/** The whole lines that an edit touches. */
function linesOf(text: string, { from, to }: TextEdit): LineRange {
  const end = text.indexOf("\n", to);
  return { from: text.lastIndexOf("\n", from - 1) + 1, to: end < 0 ? text.length : end };
}

/** A piece of a text with the edits in it done; of two that overlap the first one counts. */
function applyEdits(text: string, range: LineRange, edits: readonly TextEdit[]): string {
  let at = range.from;
  let result = "";
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    if (edit.from < at || edit.to > range.to) continue;
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at, range.to);
}

/**
 * Writes for each fault with an edit the lines to paste. Faults of one line share what is pasted,
 * so
 * that no remedy undoes another.
 */
export function writePastes(
  files: readonly ContentFile[],
  faults: readonly EditedFault[],
): Fault[] {
  return faults.map(({ edit, ...fault }) => {
    const text = files.find(({ name }) => name === fault.file)?.text;
    if (edit === undefined || text === undefined) return fault;
    const range = linesOf(text, edit);
    const others = faults.flatMap((other) =>
      other.edit !== undefined && other.file === fault.file && other.edit !== edit
        ? [other.edit]
        : [],
    );
    const inside = others.filter(
      ({ from, to }) =>
        from >= range.from && to <= range.to && (to <= edit.from || from >= edit.to),
    );
    return { ...fault, paste: applyEdits(text, range, [edit, ...inside]).replace(/\r$/, "") };
  });
}
