import type { Cv } from "@triptych/schema";
import { composeFeed } from "@triptych/view";
import { workAddress } from "./addresses.ts";

/** A page of the site as `sitemap.xml` and `llms.txt` list it. */
export interface SitePage {
  path: string;
  title: string;
  /** The work the page is about. */
  workId?: string;
  /** Day of the newest fact the page is known to show, `YYYY-MM-DD`; never the day of the build. */
  lastModified?: string;
}

/** Pages at fixed addresses, and whether a record has something to show there. */
const FIXED_PAGES: readonly { path: string; title: string; exists: (cv: Cv) => boolean }[] = [
  { path: "/", title: "Home", exists: () => true },
  { path: "/publications/", title: "Publications", exists: () => true },
  { path: "/cv/", title: "Curriculum vitae", exists: () => true },
  { path: "/digest/", title: "New work by e-mail", exists: () => true },
];

/** All pages of the built site but the one for addresses that lead nowhere. The one list: a test compares it with the built folder. */
export function listPages(cv: Cv): SitePage[] {
  const feed = composeFeed(cv);
  const day = (lastModified: string | undefined) => (lastModified === undefined ? {} : { lastModified });
  return [
    ...FIXED_PAGES.filter(({ exists }) => exists(cv)).map(({ path, title }) => ({ path, title, ...(path === "/digest/" ? {} : day(feed.updated)) })),
    ...feed.entries.map(({ workId, title, updated }) => ({ path: workAddress(workId), title, workId, ...day(updated) })),
  ];
}
