import type { Cv, Work } from "@triptych/schema";
import { listMilestones } from "@triptych/view";
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../database/open-database.ts";
import { readAnnounced } from "./announcements.ts";

/** News of works that the published site has no page of: links to it would lead nowhere. */
export interface Unpublished {
  works: Work[];
  /** Keys of their milestones, which wait for a later edition. */
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

function explain(works: readonly Work[]): string {
  const named = works.slice(0, NAMED).map(({ id, title }) => `${id} (${title})`);
  const more = works.length - NAMED;
  return (
    "Not on the published site yet, and so left for an edition after npm start has published " +
    "it: " +
    `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`
  );
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Looks for the pages of works with something to announce.
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
        "Where it is hosted elsewhere, SITE_DIR=none says so.",
    };
  const missing = new Set<string>();
  for (const id of new Set(news.map(({ workId }) => workId)))
    if (!(await exists(join(site, "publications", id, "index.html")))) missing.add(id);
  if (missing.size === 0) return NOTHING;
  const works = cv.publications.filter(({ id }) => missing.has(id));
  return {
    works,
    milestones: news.flatMap(({ key, workId }) => (missing.has(workId) ? [key] : [])),
    explanation: explain(works),
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
