import { language } from "../../words.ts";

/** An edition as the feed tells it. */
export interface FeedEdition {
  number: number;
  subject: string;
  summary: string;
  /** The letter as it was stored. */
  html: string;
  createdAt: Date;
}

interface FeedOptions {
  name: string;
  /** Address of the service, without a slash at the end. */
  base: string;
  /** The newest first. */
  editions: readonly FeedEdition[];
}

/** Atom demands a time even where there is no edition yet: plainly none, the same at every read. */
const NEVER = new Date(0);

/** Text between tags. Control characters have no form in XML 1.0 at all. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}

/**
 * The archive as an Atom feed (RFC 4287); the content of an entry is the stored mail, byte for
 * byte.
 */
export function composeEditionFeed({ name, base, editions }: FeedOptions): string {
  const archive = `${base}/digest/editions`;
  const entries = editions.map(
    ({ number, subject, summary, html, createdAt }) => `  <entry>
    <id>${escape(`${archive}/${number}`)}</id>
    <title>${escape(subject)}</title>
    <link rel="alternate" type="text/html" href="${escape(`${archive}/${number}`)}"/>
    <published>${createdAt.toISOString()}</published>
    <updated>${createdAt.toISOString()}</updated>
    <summary>${escape(summary)}</summary>
    <content type="html">${escape(html)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escape(archive)}</id>
  <title>${escape(language.service.archive.feedTitle({ name }))}</title>
  <author><name>${escape(name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escape(`${archive}/feed.xml`)}"/>
  <link rel="alternate" type="text/html" href="${escape(archive)}"/>
  <updated>${(editions[0]?.createdAt ?? NEVER).toISOString()}</updated>
${entries.join("")}</feed>
`;
}
