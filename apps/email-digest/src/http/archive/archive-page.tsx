import { formatDate } from "@triptych/view";
import type { ArchivedEdition } from "../../editions/archive.ts";
import { Sentence } from "../../mail/templates/sentence.tsx";
import { renderNote, renderPage, Row } from "../page/page.tsx";
import { language } from "../../words.ts";

const { archive: words, todo } = language.service;

function Edition({
  edition: { number, subject, summary, createdAt },
}: {
  edition: ArchivedEdition;
}) {
  const date = formatDate(createdAt.toISOString().slice(0, 10), language);
  return (
    <li>
      <a href={`/digest/editions/${number}`}>{subject}</a>
      <p className="label">
        {words.facts({ date, summary })}
        <a href={`/digest/editions/${number}/text`} aria-label={words.asTextLabel({ number })}>
          {words.asText}
        </a>
      </p>
    </li>
  );
}

/** The list of all editions, the newest first. */
export function renderArchive(name: string, editions: readonly ArchivedEdition[]): string {
  return renderPage({
    name,
    title: words.title,
    children: (
      <>
        <Row label={words.sent}>
          {editions.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ol>
              {editions.map((edition) => (
                <Edition key={edition.number} edition={edition} />
              ))}
            </ol>
          )}
        </Row>
        <Row label={words.next}>
          <p>
            <a href="/digest/next">{words.nextLink}</a>
          </p>
        </Row>
        <Row label={words.follow}>
          <p>
            <Sentence
              phrase={words.ways}
              to={{ email: "/digest/", feed: "/digest/editions/feed.xml" }}
            />
          </p>
        </Row>
      </>
    ),
  });
}

export function renderMissingEdition(name: string): string {
  return renderNote({
    name,
    title: words.missing,
    label: todo,
    children: (
      <p>
        <a href="/digest/editions">{words.all}</a>
      </p>
    ),
  });
}
