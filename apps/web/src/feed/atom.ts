import { type Feed, type FeedEntry, isolatedText } from "@triptych/view";
import { workAddress } from "../addresses.ts";
import { feedId } from "./feed-id.ts";
import { words } from "../words.ts";

/** Atom demands `updated` even of a feed whose record knows no date; the epoch is plainly none. */
const NO_DAY = "1970-01-01";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML 1.0: what it cannot hold at all (section 2.2) is left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** An entry; none for a work without a date, as Atom demands one and none would be true. */
function writeEntry(entry: FeedEntry, profileId: string, site: string): string[] {
  if (entry.updated === undefined) return [];
  return [
    "  <entry>",
    `    ${element("id", feedId(profileId, entry.workId))}`,
    `    ${element("title", entry.title)}`,
    // Atom cannot leave this out: a year counts as its first day.
    `    ${element("updated", instant(entry.updated))}`,
    ...(entry.publishedOn === undefined
      ? []
      : [`    ${element("published", instant(entry.publishedOn))}`]),
    ...entry.authors.map((name) => `    <author>${element("name", name)}</author>`),
    `    <link rel="alternate" type="text/html" ` +
      `href="${escapeXml(`${site}${workAddress(entry.workId)}`)}"/>`,
    ...entry.topics.map((topic) => `    <category term="${escapeXml(topic)}"/>`),
    `    ${element("summary", isolatedText(entry.summary))}`,
    "  </entry>",
  ];
}

/** The feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed, profileId: string, site: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">`,
    `  ${element("id", feedId(profileId))}`,
    `  ${element("title", feed.title)}`,
    `  ${element("updated", instant(feed.updated ?? NO_DAY))}`,
    `  <author>${element("name", feed.author)}</author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(`${site}/feed.xml`)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(`${site}/publications/`)}"/>`,
    ...feed.entries.flatMap((entry) => writeEntry(entry, profileId, site)),
    "</feed>",
    "",
  ].join("\n");
}
