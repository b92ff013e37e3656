import { type Edition, groupSpans, outlineEdition, type Span } from "@triptych/view";
import { language } from "../../words.ts";

/** The map from the view's spans to the service's elements. */
function Spans({ spans }: { spans: readonly Span[] }) {
  return groupSpans(spans).map((span, index) => {
    if (span.role === "owner") return <b key={index}>{span.texts}</b>;
    if (span.role === "honour")
      return (
        <span key={index} className="honour">
          {span.texts}
        </span>
      );
    return span.texts;
  });
}

/** What a letter would hold, by the same function that makes it. */
export function Outline({ edition, href }: { edition: Edition; href: (workId: string) => string }) {
  const { subject, items, events } = outlineEdition(edition, language);
  return (
    <>
      <p>{language.service.next.outline({ subject })}</p>
      <ol className="works">
        {items.map(({ workId, title, authors, news }) => (
          <li key={workId}>
            <h3>
              <a href={href(workId)}>{title}</a>
            </h3>
            <p className="people">
              <Spans spans={authors} />
            </p>
            <p className="label">
              <Spans spans={news} />
            </p>
          </li>
        ))}
      </ol>
      {events.length === 0 ? null : (
        <ul>
          {events.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
