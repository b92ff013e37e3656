import type { FileChange } from "./record-draft.ts";

/** How far ahead a line is looked for before it counts as changed. */
const WINDOW = 20_000;

type Line = { sign: " " | "-" | "+"; text: string };

/**
 * Lines that came and went. Edits of the record only insert lines or lengthen them, so each old
 * line is near its new place.
 */
function compareLines(before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of before) {
    if (after[at] === text) {
      lines.push({ sign: " ", text });
      at += 1;
      continue;
    }
    const found = after.slice(at, at + WINDOW).indexOf(text);
    if (found === -1) {
      lines.push({ sign: "-", text });
      continue;
    }
    for (const added of after.slice(at, at + found)) lines.push({ sign: "+", text: added });
    lines.push({ sign: " ", text });
    at += found + 1;
  }
  return [...lines, ...after.slice(at).map((text): Line => ({ sign: "+", text }))];
}

const CONTEXT = 2;

/** The difference of one file, with two lines around each change. */
export function formatDifference({ name, before, after }: FileChange): string {
  const lines = compareLines(before === undefined ? [] : before.split("\n"), after.split("\n"));
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== " "),
  );
  const shown = lines.flatMap(({ sign, text }, index) =>
    isNear[index] === true
      ? [`${isNear[index - 1] === true || index === 0 ? "" : "…\n"}${sign} ${text}`.trimEnd()]
      : [],
  );
  return [`${before === undefined ? "new file" : "file"} ${name}`, ...shown].join("\n");
}
