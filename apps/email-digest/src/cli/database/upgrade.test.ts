import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDump } from "../../database/backup/read-dump.ts";
import { restoreAsItWas } from "../../database/backup/restore.ts";
import { type Db, openDatabase } from "../../database/open-database.ts";

const ROOT = join(import.meta.dirname, "../../../../..");

/**
 * What version 0.2.0 left behind: a record with four works, of which two were the baseline, the
 * third is announced and the fourth new; two readers, of whom one's mail had just left when the
 * service was killed; a third who was erased.
 */
const RELEASE = join(ROOT, "tests/fixtures/release-0.2.0");
/** Where another account can go, which runs the database for root. */
const FOLDER = join(ROOT, ".triptych/tests/upgrade");
const DATABASE = join(FOLDER, "db");

const JSX = join(ROOT, "scripts/jsx.mjs");
const MAIN = join(ROOT, "apps/email-digest/src/main.ts");

const digest = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const own = { TRIPTYCH_DIR: FOLDER, CV_DIR: join(RELEASE, "record"), SITE_DIR: "none" };
    const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...own };
    execFile(process.execPath, ["--import", JSX, MAIN, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

/** Does something to the database before any program of today sees it. */
const beforehand = async (work: (db: Db) => Promise<unknown>) => {
  const prepare = (db: Db) => work(db).then(() => undefined);
  await (await openDatabase(undefined, DATABASE, { prepare })).close();
};

const mails = async () => {
  const folder = join(FOLDER, "mail");
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
};

beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(join(RELEASE, "marks"), join(FOLDER, "marks"), { recursive: true });
  await cp(join(RELEASE, "secret"), join(FOLDER, "secret"));
  const file = join(RELEASE, "database.ndjson");
  await beforehand((db) => restoreAsItWas(db, file, "0041-folded-addresses"));
});
afterAll(async () => {
  await digest("db", "stop");
  await rm(FOLDER, { recursive: true, force: true });
});

const findBackups = async () =>
  (await readdir(DATABASE)).filter((name) => name.startsWith("before-upgrade-"));

test("the first command brings the tables up to date, and says where they lie as they were", async () => {
  const { code, stdout, stderr } = await digest("status");
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("2 confirmed") });
  const [backup = "", ...more] = await findBackups();
  expect(more).toEqual([]);
  expect(stderr).toContain(join(DATABASE, backup));
  expect(await checkDump(join(DATABASE, backup))).toMatchObject({
    kind: "whole",
    migration: "0041-folded-addresses",
    rows: 17,
  });
  expect((await digest("status")).stderr).not.toContain("before-upgrade");
});

test("nobody is mailed twice, and what is new reaches those who stayed", async () => {
  expect(await digest("send")).toMatchObject({ code: 0 });
  expect((await digest("send")).stdout).not.toContain("recipients =");
  const sent = await mails();
  const readers = new Set(sent.map((mail) => /^To: (.*?)\r?$/m.exec(mail)?.[1]));
  expect(sent).toHaveLength(2);
  expect(readers).toEqual(new Set(["ada@reader.example", "cleo@reader.example"]));
  for (const mail of sent) {
    expect(mail).toContain("The fourth testing");
    expect(mail).not.toMatch(/The (first|second|third) testing/);
  }
});

test("a newer version's database is refused with what to do, and can be taken out whole", async () => {
  await beforehand(async (db) => {
    await db.schema
      .createTable("ahead")
      .addColumn("reader", "uuid", (column) => column.primaryKey().references("subscribers.id"))
      .execute();
    const table = db.withTables<{
      ahead: { reader: string };
      kysely_migration: { name: string; timestamp: string };
    }>();
    const ids = await db.selectFrom("subscribers").select("id as reader").execute();
    await table.insertInto("ahead").values(ids).execute();
    const migration = { name: "9000-ahead", timestamp: "2030-01-01" };
    await table.insertInto("kysely_migration").values(migration).execute();
  });
  for (const command of ["status", "send", "serve"]) {
    const { code, stderr } = await digest(command);
    expect(stderr).toMatch(/^(?!.* {4}at ).*newer Triptych \(9000-ahead\);.*db dump FILE$/ms);
    expect(code).toBe(1);
    // It was started for this command alone.
    expect(await digest("db", "stop")).toMatchObject({ stderr: expect.stringContaining("not") });
  }
  const file = join(FOLDER, "ahead.ndjson");
  expect(await digest("db", "dump", file)).toMatchObject({ code: 0 });
  expect(await checkDump(file)).toMatchObject({ kind: "whole", migration: "9000-ahead" });
  expect(await readFile(file, "utf8")).toMatch(/"subscribers"[^]*\n\{"table":"ahead"/);
  expect(await findBackups()).toHaveLength(1);
});
