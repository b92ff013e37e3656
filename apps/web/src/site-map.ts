import type { Cv } from "@triptych/schema";
import { composeCoauthors, composeFeed, composeSectionPages } from "@triptych/view";
import { NO_PAGE } from "./page-params.ts";
import {
  coauthorAddress,
  DATA_ADDRESS,
  SCHEMA_ADDRESS,
  SECTION_ADDRESSES,
  workAddress,
} from "./addresses.ts";
import { language, words } from "./words.ts";

/** A page of the site as `sitemap.xml` and `llms.txt` list it. */
export interface SitePage {
  path: string;
  title: string;
  /** The work the page is about. */
  workId?: string;
  /** Day of the newest fact the page is known to show, `YYYY-MM-DD`; never the day of the build. */
  lastModified?: string;
}

const DIGEST = "/digest/";

const hasDigest = (cv: Cv) => cv.settings.digest?.service !== "none";

/** Pages at fixed addresses, and whether a record has something to show there. */
const FIXED_PAGES: readonly { path: string; title: string; exists: (cv: Cv) => boolean }[] = [
  { path: "/", title: words.pages.home, exists: () => true },
  { path: "/publications/", title: words.pages.publications, exists: () => true },
  { path: "/kinds/", title: words.pages.kinds, exists: (cv) => cv.publications.length > 0 },
  { path: "/venues/", title: words.pages.venues, exists: (cv) => cv.publications.length > 0 },
  {
    path: "/co-authors/",
    title: words.pages.coauthors,
    exists: (cv) => composeCoauthors(cv, language).length > 0,
  },
  { path: "/cv/", title: words.pages.cv, exists: () => true },
  { path: DIGEST, title: words.pages.digest, exists: hasDigest },
  { path: DATA_ADDRESS, title: words.pages.data, exists: () => true },
  { path: "/colophon/", title: words.pages.colophon, exists: () => true },
  { path: SCHEMA_ADDRESS, title: words.pages.schema, exists: () => true },
];

/** The page for addresses that lead nowhere. */
const NOT_FOUND = "404.html";

const pageFile = (address: string) => `${address.slice(1)}index.html`;

/** Pages that do not change with the record. */
const UNDATED = new Set<string>([DIGEST, DATA_ADDRESS, "/colophon/", SCHEMA_ADDRESS]);

/**
 * All pages of the built site but the one for addresses that lead nowhere. The one list: a test
 * compares it with the built folder.
 */
export function listPages(cv: Cv): SitePage[] {
  const feed = composeFeed(cv, language);
  const day = (lastModified: string | undefined) =>
    lastModified === undefined ? {} : { lastModified };
  return [
    ...FIXED_PAGES.filter(({ exists }) => exists(cv)).map(({ path, title }) => ({
      path,
      title,
      ...(UNDATED.has(path) ? {} : day(feed.updated)),
    })),
    ...composeSectionPages(cv, language).map(({ id, title }) => ({
      path: SECTION_ADDRESSES[id],
      title,
    })),
    ...feed.entries.map(({ workId, title, updated }) => ({
      path: workAddress(workId),
      title,
      workId,
      ...day(updated),
    })),
    ...composeCoauthors(cv, language).map(({ id, name }) => ({
      path: coauthorAddress(id),
      title: name,
    })),
  ];
}

/** Every file of a page that the record calls for. */
export function listPageFiles(cv: Cv): string[] {
  return [NOT_FOUND, ...listPages(cv).map(({ path }) => pageFile(path))];
}

/** Files of pages that the framework exports all the same, and that the site must not have. */
export function listDroppedPageFiles(cv: Cv): string[] {
  return hasDigest(cv) ? [] : [pageFile(DIGEST)];
}

/**
 * Files of pages that may stand where the record has nothing to show there: the framework exports
 * them all the same, and nothing links to them.
 */
export function listEmptyPageFiles(): string[] {
  const addresses = [
    ...FIXED_PAGES.map(({ path }) => path),
    SECTION_ADDRESSES.awards,
    workAddress(NO_PAGE),
    coauthorAddress(NO_PAGE),
  ];
  return addresses.map(pageFile);
}
