import { type Appearance, type AppearanceKind, printedForm } from "@triptych/schema";
import { kindName } from "./wording.ts";

/** Kinds that are whole books: they have editions of their own and are known by their publisher. */
export const BOOKS: ReadonlySet<AppearanceKind> = new Set<AppearanceKind>([
  "book",
  "edited-book",
  "translation",
]);

/** Kinds whose number is part of what they are called. */
export const NUMBERED: ReadonlySet<AppearanceKind> = new Set<AppearanceKind>([
  "report",
  "patent",
  "dataset",
  "software",
]);

/** Kinds that do not say what they are by where they appeared. */
const NAMED: ReadonlySet<AppearanceKind> = new Set<AppearanceKind>([
  ...BOOKS,
  ...NUMBERED,
  "thesis",
  "master-thesis",
  "review",
  "poster",
]);

function translationText({ translationOf }: Appearance): string {
  if (translationOf === undefined) return kindName("translation");
  const title = translationOf.title === undefined ? "" : ` of “${translationOf.title}”`;
  return `${kindName("translation")}${title} by ${translationOf.authors.map(printedForm).join(", ")}`;
}

/**
 * What an appearance says of its form before its venue: `PhD thesis`, `Patent EP 1 234 567`,
 * `Software, version 2.1`, `In The Book of Hats`. Undefined for papers, which are known by their
 * venue.
 */
export function formText(appearance: Appearance): string | undefined {
  const { kind, book, number } = appearance;
  if (kind === "chapter" && book !== undefined) return `In ${book}`;
  if (kind === "translation") return translationText(appearance);
  if ((kind === "report" || kind === "patent") && number !== undefined)
    return `${kindName(kind)} ${number}`;
  if ((kind === "dataset" || kind === "software") && number !== undefined)
    return `${kindName(kind)}, version ${number}`;
  return NAMED.has(kind) ? kindName(kind) : undefined;
}
