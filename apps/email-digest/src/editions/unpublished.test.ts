import { Cv, type CvInput } from "@triptych/schema";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "../config.ts";
import { openService, type StartedService } from "../service.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { findUnpublished } from "./unpublished.ts";

type Works = NonNullable<CvInput["publications"]>;

let folder: string;
let site: string;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let service: StartedService;

const work = (id: string, honours: ["oral"] | [] = []): Works[number] => ({
  id,
  title: `Title of ${id}`,
  authors: ["Ada Example"],
  appearances: [{ kind: "journal", venue: "j", date: "2026", honours }],
});
const record = (publications: Works) => ({
  profile: { name: "Ada Example" },
  venues: [{ id: "j", name: "A Journal", kind: "journal" as const }],
  publications,
});
/** The record as its owner keeps it; JSON is YAML too. */
const write = (publications: Works) =>
  writeFile(join(folder, "cv.yaml"), JSON.stringify(record(publications)));
async function publishPage(id: string): Promise<void> {
  await mkdir(join(site, "publications", id), { recursive: true });
  await writeFile(join(site, "publications", id, "index.html"), "<!doctype html>");
}
const idsOf = (works: readonly { id: string }[]) => works.map(({ id }) => id);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-unpublished-"));
  site = join(folder, "site");
  database = await openTestDatabase();
  await write([work("old")]);
  await publishPage("old");
  for (const [name, value] of Object.entries({
    TRIPTYCH_DIR: join(folder, "state"),
    CV_DIR: folder,
    SITE_DIR: site,
    DATABASE_URL: database.url,
  }))
    vi.stubEnv(name, value);
  const read = readConfig();
  if (read.kind === "faulty") throw new Error(read.message);
  service = await openService(read.config, { isWorker: false, onError: () => undefined });
});
beforeEach(() => publishPage("old"));
afterAll(async () => {
  vi.unstubAllEnvs();
  await service.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test("what has no page yet waits, is named, and is in an edition once it has one", async () => {
  await write([work("there"), work("coming"), work("old", ["oral"])]);
  await publishPage("there");
  // A folder without a page is what a build leaves behind that was interrupted.
  await mkdir(join(site, "publications/coming"));
  await rm(join(site, "publications/old"), { recursive: true });
  const first = await service.composeEdition();
  if (first.kind !== "created") throw new Error(first.kind);
  expect(idsOf(first.edition.works)).toEqual(["there"]);
  expect(first.edition.updates).toEqual([]);
  expect(idsOf(first.unpublished.works)).toEqual(["coming", "old"]);
  expect(first.unpublished.explanation).toContain("coming (Title of coming)");

  const waiting = await service.composeEdition();
  expect(waiting.kind).toBe("nothing-new");
  expect(idsOf(waiting.unpublished.works)).toEqual(["coming", "old"]);

  await Promise.all([publishPage("coming"), publishPage("old")]);
  const second = await service.composeEdition();
  if (second.kind !== "created") throw new Error(second.kind);
  expect(idsOf(second.edition.works)).toEqual(["coming"]);
  expect(second.edition.updates).toHaveLength(1);
  expect(second.unpublished).toEqual({ works: [], milestones: [] });
});

test("news that the published record does not have waits too, with talks and awards", async () => {
  const talk = { title: "A talk", date: "2026-02-01", host: "H" };
  const put = async (file: string, publications: Works, talks = [talk]) =>
    writeFile(file, JSON.stringify({ ...record(publications), talks }));
  const [mine, theirs] = [join(folder, "cv.yaml"), join(site, "cv.json")];
  await Promise.all(["edited", "same"].map(publishPage));
  await put(theirs, [work("edited"), work("same"), work("old")], []);
  await put(mine, [work("edited", ["oral"]), work("same"), work("old")]);
  const first = await service.composeEdition();
  if (first.kind !== "created") throw new Error(first.kind);
  expect([idsOf(first.edition.works), first.edition.events]).toEqual([["same"], []]);
  expect(idsOf(first.unpublished.works)).toEqual(["edited"]);

  await put(theirs, [work("edited", ["oral"]), work("same"), work("old")]);
  const second = await service.composeEdition();
  if (second.kind !== "created") throw new Error(second.kind);
  expect(idsOf(second.edition.works)).toEqual(["edited"]);
  expect(second.edition.events).toHaveLength(1);

  // A site of another version is asked for its pages alone.
  await writeFile(theirs, "{");
  await put(mine, [work("unreadable")], []);
  await publishPage("unreadable");
  expect(await service.composeEdition()).toMatchObject({ kind: "created" });
});

test("what is shown of the next edition leaves the same out", async () => {
  await write([work("unseen")]);
  const { keys, unpublished } = await service.readLeftOut(await service.readCv());
  expect(idsOf(unpublished.works)).toEqual(["unseen"]);
  expect(keys).toContain("unseen:appeared");
});

test("without a site it is said that nobody looked; where it is elsewhere nothing is", async () => {
  const cv = Cv.parse(record([work("new")]));
  const missing = await findUnpublished(cv, join(folder, "no-site"), new Set());
  expect(missing.milestones).toEqual([]);
  expect(missing.explanation).toContain("SITE_DIR=none");
  expect(await findUnpublished(cv, undefined, new Set())).toEqual({ works: [], milestones: [] });
});

test("of many that wait some are named, and the others counted", async () => {
  const cv = Cv.parse(record(Array.from({ length: 9 }, (_, at) => work(`w${at}`))));
  const { explanation } = await findUnpublished(cv, site, new Set());
  expect(explanation).toMatch(/w4 \(Title of w4\) and 4 more\./);
});
