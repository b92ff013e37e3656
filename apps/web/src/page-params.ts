import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { readEnvironment } from "./env.ts";

/**
 * Paths of pages that are kept from an earlier build, while the site is exported. They are found
 * while Next compiles; the list always comes, and is empty where finding them has failed.
 */
async function readKept(): Promise<ReadonlySet<string>> {
  const { TRIPTYCH_KEPT_PAGES } = readEnvironment();
  if (TRIPTYCH_KEPT_PAGES === undefined) return new Set();
  while (!existsSync(TRIPTYCH_KEPT_PAGES)) await wait(10);
  const paths: string[] = JSON.parse(readFileSync(TRIPTYCH_KEPT_PAGES, "utf8"));
  return new Set(paths);
}

/**
 * The pages of a kind that the framework makes: those that are not kept from an earlier build, and
 * at least one, which it wants: the first, or `none` where there is nothing to show.
 */
export async function paramsOf(
  shown: readonly { id: string }[],
  address: (id: string) => string,
): Promise<{ id: string }[]> {
  const kept = await readKept();
  const ids = shown.map(({ id }) => ({ id }));
  const anew = ids.filter(({ id }) => !kept.has(`${address(id).slice(1)}index.html`));
  if (anew.length > 0) return anew;
  return [ids[0] ?? { id: NO_PAGE }];
}

/** Stands where a record has nothing to make pages of; nothing links to it. */
export const NO_PAGE = "none";
