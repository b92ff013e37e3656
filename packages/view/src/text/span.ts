import type { Parts } from "@triptych/words";
import { isolate, isRightToLeft } from "@triptych/words/direction";
import { stop } from "@triptych/words/sentence";

/** What a stretch of text is, where a renderer may show it differently. */
export type SpanRole = "owner" | "title" | "venue" | "mark" | "honour";

/** What a span leads to inside the product; each renderer knows its own address for it. */
export type SpanTarget = { kind: "work"; id: string } | { kind: "person"; id: string };

/** A stretch of finished text. `href` leads outside, `target` to something in the record. */
export interface Span {
  text: string;
  role?: SpanRole;
  href?: string;
  target?: SpanTarget;
}

/**
 * A text as one span; where a part of it is written from right to left, each part is a span of its
 * own, so that what stands between them keeps its place.
 */
export function textSpans(text: string | Parts, look: Omit<Span, "text"> = {}): Span[] {
  const parts = [text].flat().filter((part) => part !== "");
  const pieces = parts.some(isRightToLeft) ? parts : [parts.join("")];
  return parts.length === 0 ? [] : pieces.map((piece) => ({ text: piece, ...look }));
}

/** Neighbours that look the same and lead to the same place: what one element holds. */
export type SpanGroup = Omit<Span, "text"> & { texts: string[] };

export function groupSpans(spans: readonly Span[]): SpanGroup[] {
  const groups: SpanGroup[] = [];
  for (const { text, ...look } of spans) {
    const last = groups.at(-1);
    const isOne =
      last?.role === look.role && last?.href === look.href && last?.target === look.target;
    if (last !== undefined && isOne) last.texts.push(text);
    else groups.push({ ...look, texts: [text] });
  }
  return groups;
}

/** The text of spans as a reader hears it. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}

/** The same for plain text that people see: what runs from right to left keeps to itself. */
export function isolatedText(spans: readonly Span[]): string {
  return spans.map((span) => isolate(span.text)).join("");
}

/** Spans of several parts with a separator between those that are not empty. */
export function joinSpans(parts: readonly (readonly Span[])[], separator: string): Span[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? [...part] : [{ text: separator }, ...part]));
}

/** The same with a full stop between them, but after a part that ends in one. */
export function joinSentenceSpans(parts: readonly (readonly Span[])[]): Span[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index, all) => {
      const before = plainText(all[index - 1] ?? []);
      const separator = `${stop(before).slice(before.length)} `;
      return index === 0 ? [...part] : [{ text: separator }, ...part];
    });
}

/** A sentence of the words, in which some parts are spans. */
export function weaveSpans(sentence: readonly (string | readonly Span[])[]): Span[] {
  return sentence.flatMap((part) => (typeof part === "string" ? [{ text: part }] : part));
}
