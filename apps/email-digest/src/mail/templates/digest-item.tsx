import { abstractLead, type Publication, publicationLinks, type Span } from "@triptych/view";
import type { Addresses } from "../../addresses/page-addresses.ts";
import { Spans } from "./spans.tsx";
import { MAIL } from "./style.ts";

/** A letter full of links is taken for spam; the work's page on the site has all of them. */
export const MOST_LINKS = 4;

interface ItemProps {
  publication: Publication;
  /** What is new about a known work; left out for a new one. */
  news?: Span[];
  addresses: Addresses;
  /** Without first lines and links. */
  isCompact?: boolean;
}

/**
 * One work. Plain paragraphs instead of tables: in a long edition every byte is there many times.
 */
export function DigestItem({ publication, news, addresses, isCompact = false }: ItemProps) {
  const isFull = news === undefined && !isCompact;
  const links = isFull ? publicationLinks(publication, MOST_LINKS) : [];
  return (
    <>
      <h3 className="ink" style={MAIL.title}>
        <a href={addresses.work(publication.id)} style={MAIL.titleLink}>
          {publication.title}
        </a>
      </h3>
      <p className="soft" style={MAIL.people}>
        <Spans spans={publication.listedAuthors} />
      </p>
      <p className="soft" style={MAIL.label}>
        <Spans spans={news ?? publication.venue} />
      </p>
      {isFull && publication.abstract !== undefined ? (
        <p className="ink" style={MAIL.abstract}>
          {abstractLead(publication.abstract)}
        </p>
      ) : null}
      {links.length === 0 ? null : (
        <p className="soft" style={MAIL.links}>
          <Spans spans={links} />
        </p>
      )}
    </>
  );
}
