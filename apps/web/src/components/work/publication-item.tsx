import { Fragment } from "react";
import { isLedByOwner, listedKind, type Publication } from "@triptych/view";
import { bibtexAddress, workAddress } from "../../addresses.ts";
import { Spans } from "../spans.tsx";
import { words } from "../../words.ts";

interface ItemProps {
  publication: Publication;
  /** In a list of all works: with its number, its anchor and what the search needs. */
  numbered?: boolean;
  /** The work for reference managers; see `composeCoins`. */
  coins?: string | undefined;
}

/** What the search reads beside the visible text; what a work does not have is left out. */
function searchData(publication: Publication): Record<`data-${string}`, string | undefined> {
  const { filedUnder, series, honours, coauthors, topics } = publication;
  const words = (values: readonly string[]) => (values.length === 0 ? undefined : values.join(" "));
  return {
    "data-year": filedUnder,
    "data-kind": listedKind(publication),
    "data-venue": series?.id,
    "data-honour": words(honours),
    "data-author": isLedByOwner(publication) ? "first" : undefined,
    "data-with": words(coauthors),
    "data-topics": words(topics),
  };
}

/**
 * A publication in a list: title, authors, venue, with the CV's number hanging outside the column.
 */
export function PublicationItem({ publication, numbered = false, coins }: ItemProps) {
  const { id, number, title, listedAuthors, listedLinks, venue } = publication;
  return (
    <li
      id={numbered ? `work-${id}` : undefined}
      className="work"
      {...(numbered ? searchData(publication) : {})}
    >
      <h3 className="title">
        <a href={workAddress(id)}>{title}</a>
      </h3>
      <p className="people">
        <Spans spans={listedAuthors} linked={false} />
      </p>
      <p className="label">
        {numbered ? (
          <span className="number" title={words.works.number.title({ number })}>
            <span className="hidden">{words.works.number.before}</span>
            {number}
            <span className="hidden">{words.works.number.after}</span>
          </span>
        ) : null}{" "}
        <span>
          <Spans spans={venue} linked={false} />
        </span>
        {listedLinks.map(({ text, href }) => (
          <Fragment key={text}>
            {" "}
            <a href={href}>{text}</a>
          </Fragment>
        ))}{" "}
        {numbered ? (
          <a className="bibtex" href={bibtexAddress(id)} download={`${id}.bib`}>
            {words.works.bibtex}
          </a>
        ) : null}
      </p>
      {coins === undefined ? null : <span className="Z3988" title={coins} aria-hidden="true" />}
    </li>
  );
}
