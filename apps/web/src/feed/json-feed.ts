import { type Feed, plainText } from "@triptych/view";
import { workAddress } from "../addresses.ts";
import { feedId } from "./feed-id.ts";
import { words } from "../words.ts";

/**
 * The feed as JSON Feed 1.1 (jsonfeed.org). Its dates are moments, and a year is none: what the
 * record does not date to the day has no date.
 */
export function writeJsonFeed(feed: Feed, profileId: string, site: string): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: `${site}/`,
    feed_url: `${site}/feed.json`,
    language: words.language,
    authors: [{ name: feed.author, url: `${site}/` }],
    items: feed.entries.map((entry) => ({
      id: feedId(profileId, entry.workId),
      url: `${site}${workAddress(entry.workId)}`,
      title: entry.title,
      content_text: plainText(entry.summary),
      authors: entry.authors.map((name) => ({ name })),
      ...(entry.publishedOn === undefined
        ? {}
        : { date_published: `${entry.publishedOn}T00:00:00Z` }),
      ...(entry.updatedOn === undefined ? {} : { date_modified: `${entry.updatedOn}T00:00:00Z` }),
      ...(entry.topics.length === 0 ? {} : { tags: entry.topics }),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
