import type { Variant } from "@triptych/schema";
import type { MissingGlyph } from "../fonts/missing-glyph.ts";
import type { RenderResult, TooLong } from "./render-cv.tsx";

function explainLength(
  { pages, allowed, lines, millimetres, first, omitted }: TooLong,
  { id }: Variant,
): string {
  return [
    `The variant ${id} may have ${allowed} ${allowed === 1 ? "page" : "pages"} and needs ` +
      `${pages}: it is ${lines} lines (${millimetres} mm) too long.`,
    ...(first === undefined ? [] : [`The first entry without a place is ${first}.`]),
    omitted === ""
      ? "Its own rules leave out nothing."
      : `Its own rules already leave out ${omitted}.`,
    "Choose fewer sections or works in variants.yaml, or allow more pages.",
  ].join(" ");
}

/** Why a variant was not rendered, for the owner of the record. */
export function explainFailure(
  result: Exclude<RenderResult, { kind: "rendered" }>,
  variant: Variant,
): string {
  return explainLength(result, variant);
}

/** Places that one warning names, so that it is read. */
const PLACES = 3;

/** What the owner is told of a character that stands as a box. */
export function warnOfMissing({ character, name, where }: MissingGlyph): string {
  const more = where.length - PLACES;
  const places = where.slice(0, PLACES).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return (
    `Warning: no font draws “${character}” (${name}) in ${places}: a box with its number stands ` +
    "for it. Write it otherwise if you can."
  );
}
