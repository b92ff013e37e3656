import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Cv } from "@triptych/schema";
import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { readConfig } from "./config.ts";
import { OtherOwner } from "./owner/other-owner.ts";
import { listAddresses, openService } from "./service.ts";
import { storeSampleEdition } from "./testing/sample-edition.ts";
import { openTestDatabase } from "./testing/test-database.ts";

const RECORD = resolve(import.meta.dirname, "../../../tests/fixtures/full");

afterEach(() => vi.unstubAllEnvs());

test("a start that fails leaves no connection behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triptych-service-"));
  const database = await openTestDatabase();
  const { db, url } = database;
  const others = sql<{
    others: number;
  }>`select count(*) as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  try {
    for (const [name, value] of Object.entries({
      TRIPTYCH_DIR: folder,
      CV_DIR: RECORD,
      DATABASE_URL: url,
    }))
      vi.stubEnv(name, value);
    const read = readConfig();
    if (read.kind === "faulty") throw new Error(read.message);
    await writeFile(read.config.journalFolder, "no folder");
    await expect(
      openService(read.config, { isWorker: false, onError: () => undefined }),
    ).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect.poll(async () => Number((await others.execute(db)).rows[0]?.others)).toBe(0);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("an edition that is due is not made of another person's record, put there while the service runs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triptych-service-"));
  const database = await openTestDatabase();
  const putRecord = (name: string) =>
    writeFile(join(folder, "cv.yaml"), `profile: { name: ${name} }\n`);
  try {
    await putRecord("Ada Own");
    for (const [name, value] of Object.entries({
      TRIPTYCH_DIR: join(folder, "state"),
      CV_DIR: folder,
      DATABASE_URL: database.url,
    }))
      vi.stubEnv(name, value);
    const read = readConfig();
    if (read.kind === "faulty") throw new Error(read.message);
    const service = await openService(read.config, { isWorker: false, onError: () => undefined });
    await storeSampleEdition(database.db, ["accepted"], new Date());
    await putRecord("Somebody Else Entirely");
    await expect(service.composeEdition()).rejects.toThrow(OtherOwner);
    await service.close();
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

const SITE = "https://me.example/cv";
const SERVICE = "https://digest.me.example";

test.each([
  [undefined, {}, "http://localhost:8080", "http://localhost:8080"],
  [undefined, { url: SITE }, SITE, SITE],
  [SITE, { url: "https://old.example" }, SITE, SITE],
  [undefined, { url: SITE, digest: { service: SERVICE } }, SERVICE, SITE],
  ["https://new.example", { digest: { service: SERVICE } }, SERVICE, "https://new.example"],
])(
  "with SITE_URL=%s and settings %o the service is at %s, the site at %s",
  (siteUrl, settings, ...at) => {
    const cv = Cv.parse({ profile: { name: "Exemplia Testwell" }, settings });
    const { base, site } = listAddresses({ siteUrl, port: 8080 }, cv);
    expect([base, site]).toEqual(at);
  },
);
