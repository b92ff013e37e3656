import { Cv, type Work } from "@triptych/schema";
import { listAnnounceable, listEventKeys, listMilestones } from "@triptych/view";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../database/open-database.ts";
import { readAnnounced } from "./announcements.ts";

/** News that the published site does not have: links would lead nowhere, or to what was before. */
export interface Unpublished {
  works: Work[];
  /** Keys of what waits for a later edition: all news of these works, talks and awards. */
  milestones: string[];
  /** For the owner, in a sentence: what waits and why, or why nobody knows. */
  explanation?: string;
}

/** For output that machines read; without a line where nothing waits. */
export function listWaiting(unpublished: Unpublished | undefined): { waiting?: string[] } {
  const ids = unpublished?.works.map(({ id }) => id) ?? [];
  return ids.length === 0 ? {} : { waiting: ids };
}

const NOTHING: Unpublished = { works: [], milestones: [] };

/** So many are named. */
const NAMED = 5;

function explain(works: readonly Work[], site: string): string {
  const named = works.slice(0, NAMED).map(({ id, title }) => `${id} (${title})`);
  const more = works.length - NAMED;
  return (
    `Not on the published site in ${site} yet, and so left for an edition after npm start has ` +
    `published it: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}. ${ELSEWHERE}`
  );
}

const ELSEWHERE = "Where the site is hosted elsewhere, SITE_DIR=none says so.";

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** What the record can announce that lies on the site; undefined where none is there to be read. */
async function readPublished(site: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const published = Cv.safeParse(JSON.parse(await readFile(join(site, "cv.json"), "utf8")));
    return published.success ? new Set(listAnnounceable(published.data)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Looks on the site for whatever there is to announce: for the page of each work, and for each
 * piece of news in the record that was published with it.
 * @param site folder of the published site; undefined where it is hosted elsewhere
 * @param announced keys of what nobody waits for
 */
export async function findUnpublished(
  cv: Cv,
  site: string | undefined,
  announced: ReadonlySet<string>,
): Promise<Unpublished> {
  const news = listMilestones(cv).filter(({ key }) => !announced.has(key));
  if (site === undefined || news.length === 0) return NOTHING;
  if (!(await exists(site)))
    return {
      ...NOTHING,
      explanation:
        `There is no site in ${site}, so that the pages which mails link to were not looked for. ` +
        ELSEWHERE,
    };
  const published = await readPublished(site);
  const isWaiting = (key: string) => published?.has(key) === false;
  const missing = new Set(news.flatMap(({ key, workId }) => (isWaiting(key) ? [workId] : [])));
  for (const id of new Set(news.map(({ workId }) => workId)))
    if (!(await exists(join(site, "publications", id, "index.html")))) missing.add(id);
  const works = cv.publications.filter(({ id }) => missing.has(id));
  return {
    works,
    milestones: [
      ...news.flatMap(({ key, workId }) => (missing.has(workId) ? [key] : [])),
      ...listEventKeys(cv).filter((key) => isWaiting(key) && !announced.has(key)),
    ],
    ...(works.length === 0 ? {} : { explanation: explain(works, site) }),
  };
}

export interface LeftOut {
  /** Of what was announced and of what waits for its page. */
  keys: ReadonlySet<string>;
  unpublished: Unpublished;
}

/** What the next edition does not report. */
export async function readLeftOut(db: Db, cv: Cv, site: string | undefined): Promise<LeftOut> {
  const announced = await readAnnounced(db);
  const unpublished = await findUnpublished(cv, site, announced);
  return { keys: new Set([...announced, ...unpublished.milestones]), unpublished };
}
