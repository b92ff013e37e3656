import { groupSpans, type Span } from "@triptych/view";
import { MAIL } from "./style.ts";

/**
 * The map from the view's spans to mail HTML. Plain text stays plain: in a long edition every
 * element is there many times.
 */
export function Spans({ spans }: { spans: readonly Span[] }) {
  return groupSpans(spans).map((span, index) => {
    if (span.role === "owner")
      return (
        <b key={index} className="ink" style={MAIL.owner}>
          {span.texts}
        </b>
      );
    if (span.role === "honour")
      return (
        <span key={index} className="accent" style={MAIL.honour}>
          {span.texts}
        </span>
      );
    if (span.href !== undefined)
      return (
        <a key={index} href={span.href} style={MAIL.spanLink}>
          {span.texts}
        </a>
      );
    return span.texts;
  });
}
