import { stop } from "@triptych/words/sentence";
import { joinText } from "../../text/joined.ts";
import { type Span, textSpans } from "../../text/span.ts";

/** `Low dimensionality in Machine Learning; Large Language Models.` Each as the owner wrote it. */
export function joinInterests(interests: readonly string[]): Span[] {
  const parts = joinText(interests, "; ");
  const text = parts.join("");
  return textSpans([...parts, stop(text).slice(text.length)]);
}
