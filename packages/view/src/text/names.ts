import { type PrintedName, printedForm } from "@triptych/schema";
import type { Directory } from "./directory.ts";
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
    return title === undefined ? [span] : [{ text: `${title}\u00a0` }, span];
  });
  return joinSpans(parts, ", ");
}

/** Names without titles or links: `A, B`. */
export const plainNames = (names: readonly PrintedName[]): string =>
  names.map(printedForm).join(", ");
