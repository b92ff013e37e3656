import type { Span } from "@triptych/view";
import { MAIL } from "./style.ts";

/** The map from the view's spans to mail HTML. Links stay where the title has them: a mail full of links is taken for spam. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => {
    if (span.role === "owner")
      return (
        <b key={index} className="ink" style={MAIL.owner}>
          {span.text}
        </b>
      );
    if (span.role === "honour")
      return (
        <span key={index} className="accent" style={MAIL.honour}>
          {span.text}
        </span>
      );
    return <span key={index}>{span.text}</span>;
  });
}
