import { basePath, Cv, type Work } from "@triptych/schema";
import {
  type Coauthor,
  companyComposer,
  composeCoauthors,
  composeHeader,
  composePublications,
  composeSectionPages,
  digestPromise,
  type Publication,
  relatedFinder,
} from "@triptych/view";
import type { SitePlace } from "./seal/site-place.ts";
import { language } from "./words.ts";
import { readFileSync, statSync } from "node:fs";
import { readEnvironment } from "./env.ts";

/** Where the site would be reached when nobody has said so. */
const LOCAL_ADDRESS = "http://localhost:3000";

let last: { stamp: string; cv: Cv } | undefined;

/**
 * The record as it stands in the file now: read again when the file has changed, so that a
 * development server shows edits. React's cache lasts one page; parsing thousands of works for each
 * of thousands of pages would make the build quadratic.
 */
export function readRecord(): Cv {
  const file = readEnvironment().TRIPTYCH_RECORD;
  const { mtimeMs, size } = statSync(file);
  const stamp = `${file} ${mtimeMs} ${size}`;
  if (last?.stamp !== stamp) last = { stamp, cv: Cv.parse(JSON.parse(readFileSync(file, "utf8"))) };
  return last.cv;
}

/** A view of the record, composed once for each state of it. */
export function derive<T>(compose: (cv: Cv) => T): () => T {
  let made: { cv: Cv; value: T } | undefined;
  return () => {
    const cv = readRecord();
    if (made?.cv !== cv) made = { cv, value: compose(cv) };
    return made.value;
  };
}

export const readHeader = derive((cv) =>
  composeHeader(cv, language, new Date().toISOString().slice(0, 10)),
);

export const readSectionPages = derive((cv) => composeSectionPages(cv, language));

export const readPublications = derive((cv) => composePublications(cv, language));

export const readCoauthors = derive((cv) => composeCoauthors(cv, language));

export const readRelated = derive(() => relatedFinder(readPublications()));

export const readCompany = derive(() => companyComposer(readCoauthors(), language));

const coauthorsById = derive(
  () => new Map(readCoauthors().map((coauthor) => [coauthor.id, coauthor])),
);

export function findCoauthor(id: string): Coauthor | undefined {
  return coauthorsById().get(id);
}

/** What a subscriber gets, in one sentence. */
export const readPromise = derive((cv) => digestPromise(cv, language));

const publicationsById = derive(
  () => new Map(readPublications().map((publication) => [publication.id, publication])),
);

const worksById = derive((cv) => new Map(cv.publications.map((work) => [work.id, work])));

/** A work as it reads and as it is recorded; undefined where the record has none under this id. */
export function findPublication(id: string): { publication: Publication; work: Work } | undefined {
  const [publication, work] = [publicationsById().get(id), worksById().get(id)];
  return publication === undefined || work === undefined ? undefined : { publication, work };
}

/** The site's address, where somebody has said it. */
export function givenAddress(): string | undefined {
  return readEnvironment().SITE_URL ?? readRecord().settings.url;
}

/** The site's address without a slash at the end. */
export function siteAddress(): string {
  return (givenAddress() ?? LOCAL_ADDRESS).replace(/\/$/, "");
}

/** Where the sign-up form goes: to this site, to a service elsewhere, or nowhere. */
export function digestService(): "same" | "none" | URL {
  const service = readRecord().settings.digest?.service ?? "same";
  return service === "same" || service === "none" ? service : new URL(service);
}

/** Whether readers can subscribe by mail, here or elsewhere. */
export function hasDigest(): boolean {
  return digestService() !== "none";
}

/** Address of a page of the digest service. */
export function serviceAddress(path: `/digest/${string}`): string {
  return `${sitePlace().service ?? ""}${path}`;
}

/** Where the site stands, and where its form goes. */
export function sitePlace(): SitePlace {
  const service = digestService();
  return {
    base: basePath(siteAddress()),
    ...(service instanceof URL ? { service: service.href.replace(/\/$/, "") } : {}),
  };
}

/**
 * What to do before the site is published where nobody has said its address; pages, feeds and the
 * sitemap name it.
 */
export function adviseOnAddress(): string | undefined {
  if (givenAddress() !== undefined) return undefined;
  return (
    `The pages give ${LOCAL_ADDRESS} as their address. Before you publish them, set SITE_URL, ` +
    `or \`url\` in the settings of the record.`
  );
}
