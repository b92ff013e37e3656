import type { Variant } from "@triptych/schema";
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
  if (result.kind === "too-long") return explainLength(result, variant);
  return result.missing
    .map(
      ({ character, name, where, tried }) =>
        `No font draws “${character}” (${name}) in ${where.join(", ")}. Tried: ` +
        `${tried.join(", ")}.`,
    )
    .join("\n");
}
