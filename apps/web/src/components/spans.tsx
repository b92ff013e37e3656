import { groupSpans, type Span, type SpanRole } from "@triptych/view";
import type { ReactNode } from "react";
import { coauthorAddress, workAddress } from "../addresses.ts";

/**
 * Names longer than this may break across lines: on a phone of 320 px they would not fit on one.
 */
const UNBROKEN_LENGTH = 26;

/** The class that keeps a name in one piece, where one line holds it. */
export function nameClass(text: string): "unbroken" | undefined {
  return text.length > UNBROKEN_LENGTH ? undefined : "unbroken";
}

const WRAPPERS: Partial<Record<SpanRole, (text: ReactNode, key: number) => ReactNode>> = {
  honour: (text, key) => (
    <span key={key} className="honour">
      {text}
    </span>
  ),
  title: (text, key) => (
    <span key={key} className="title">
      {text}
    </span>
  ),
  mark: (text, key) => (
    <span key={key} className="mark">
      {text}
    </span>
  ),
};

const ADDRESSES = { work: workAddress, person: coauthorAddress } as const;

/** Where a span leads on this site or outside. */
export function addressOf({ href, target }: Omit<Span, "text">): string | undefined {
  return href ?? (target === undefined ? undefined : ADDRESSES[target.kind](target.id));
}

/**
 * The map from the view's spans to HTML. `linked={false}` where the spans already stand inside a
 * link.
 */
export function Spans({ spans, linked = true }: { spans: readonly Span[]; linked?: boolean }) {
  return groupSpans(spans).map((span, index) => {
    const address = linked ? addressOf(span) : undefined;
    const text = address === undefined ? span.texts : <a href={address}>{span.texts}</a>;
    if (span.role === "owner")
      return (
        <b key={index} className={nameClass(span.texts.join(""))}>
          {text}
        </b>
      );
    if (span.target?.kind === "person")
      return (
        <span key={index} className={nameClass(span.texts.join(""))}>
          {text}
        </span>
      );
    const wrap = span.role === undefined ? undefined : WRAPPERS[span.role];
    if (wrap !== undefined) return wrap(text, index);
    return address === undefined ? text : <span key={index}>{text}</span>;
  });
}
