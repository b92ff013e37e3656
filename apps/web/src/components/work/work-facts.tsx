import type { AppearanceView, Publication } from "@triptych/view";
import { Row } from "../row.tsx";
import { Spans } from "../spans.tsx";
import { words } from "../../words.ts";

/** Every appearance of a work with its kind. */
export function Appearances({ appearances }: { appearances: readonly AppearanceView[] }) {
  return (
    <Row label={words.work.appeared}>
      <ul className="plain">
        {appearances.map(({ facts, kindName }, index) => (
          <li key={index}>
            <Spans spans={facts} />
            <span className="label block">{kindName}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}

function scholarSearch(title: string): string {
  return `https://scholar.google.com/scholar?q=${encodeURIComponent(`"${title}"`)}`;
}

/**
 * Where the work, its code and what belongs to it are to be found; without a link in the record,
 * where to look for one.
 */
export function Links({ title, appearances }: Pick<Publication, "title" | "appearances">) {
  const linked = appearances.filter(({ links }) => links.length > 0);
  return (
    <Row label={words.work.links}>
      {linked.length === 0 ? (
        <p>
          <a href={scholarSearch(title)}>{words.work.searchScholar}</a>
        </p>
      ) : (
        <ul className="plain">
          {linked.map(({ links, short }, index) => (
            <li key={index} className="links">
              {appearances.length === 1 ? null : (
                <span className="label block">
                  <Spans spans={short.filter(({ role }) => role === "venue")} />
                </span>
              )}
              <Spans spans={links} />
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

export function Abstract({ text }: { text: string }) {
  return (
    <Row label={words.work.abstract}>
      {text
        .split("\n")
        .filter(Boolean)
        .map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
    </Row>
  );
}
