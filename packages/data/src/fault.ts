/**
 * Something wrong in a content file; line and column count from 1, and are 0 where a fault concerns
 * the folder or a whole file.
 */
export interface Fault {
  file: string;
  line: number;
  column: number;
  /** Where in the record, such as `publications[3].authors`. */
  path: string;
  message: string;
  /** What to write in place of the line, or lines; they begin where they do in the file. */
  paste?: string | undefined;
}

/** `publications[3].authors` from its steps. */
export function formatPath(steps: readonly PropertyKey[]): string {
  return steps
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join("");
}

/**
 * What a key or a file name may hold must not break the line or reach the terminal as a command.
 */
function escapeControls(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * `content/profile.yaml:3:5  profile.name  must not be empty`; lines to paste stand below it as
 * they
 * belong into the file.
 */
export function formatFault({ file, line, column, path, message, paste }: Fault): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const said = escapeControls([place, path, message].filter((part) => part !== "").join("  "));
  if (paste === undefined) return said;
  // A line that is to go has nothing in its place.
  if (paste === "") return said;
  return [
    `${said}${said.endsWith("?") ? "" : "."} Write:`,
    ...paste.split("\n").map(escapeControls),
  ].join("\n");
}

/** By file, then by place in it. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}
