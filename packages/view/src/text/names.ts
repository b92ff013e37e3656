import { type PrintedName, printedForm } from "@triptych/schema";
import { isRightToLeft } from "@triptych/words/direction";
import type { Directory } from "./directory.ts";
import { joinText } from "./joined.ts";
import { joinSpans, type Span } from "./span.ts";

/** The span of one name: the owner marked, co-authors with their id as the target. */
export function nameSpan(name: PrintedName, directory: Directory): Span {
  const text = printedForm(name);
  if (directory.isOwner(name)) return { text, role: "owner" };
  const id = directory.coauthorOf(name);
  return id === undefined ? { text } : { text, target: { kind: "person", id } };
}

/** Names with their titles, such as supervisors: `Prof. Jared Tanner`. */
export function titledNames(names: readonly PrintedName[], directory: Directory): Span[] {
  const parts = names.map((name) => {
    const span = nameSpan(name, directory);
    const title = typeof name === "string" ? undefined : name.title;
    if (title === undefined) return [span];
    const [before, whole] = [`${title}\u00a0`, `${title}\u00a0${span.text}`];
    // From right to left, the title stands to the right of its name: they run together.
    return isRightToLeft(whole) ? [{ ...span, text: whole }] : [{ text: before }, span];
  });
  return joinSpans(parts, ", ");
}

/** Names without titles or links: `A, B`. */
export const plainNames = (names: readonly PrintedName[]): string[] =>
  joinText(names.map(printedForm));
