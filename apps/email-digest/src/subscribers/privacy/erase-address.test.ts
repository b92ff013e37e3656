import { sql } from "kysely";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "../../database/open-database.ts";
import { type Jobs, openJobs } from "../../database/jobs.ts";
import { requestSubscription } from "../subscriber.ts";
import { eraseAddress } from "./erase-address.ts";
import { exportSubscriber } from "./export-subscriber.ts";
import { purgeErased } from "./purge-traces.ts";
import { fileSignUp, processSignUp } from "../sign-up/sign-up.ts";
import { findSuppression } from "../suppression.ts";
import { confirmSubscription, issueConfirmToken } from "../timed-link.ts";

const SECRET = "a secret for tests";
const ADDRESS = "Erased.Person@vanishing.example";
const OTHER = "staying@remaining.example";
const now = new Date("2026-01-01T12:00:00Z");

let folder: string;
let database: OpenDatabase;
let jobs: Jobs;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-erase-"));
  // A server of its own: its files are searched byte by byte, and others' tests write to theirs.
  database = await openDatabase(undefined, join(folder, "db"));
  jobs = await openJobs(database, { isWorker: false, onError: () => undefined });
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every file of the database and of the state folder that holds one of the texts, in any case. */
async function filesWith(texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ data_directory: string }>`SHOW data_directory`.execute(database.db);
  const files = new Set([
    ...(await listFiles(rows[0]?.data_directory ?? "")),
    ...(await listFiles(folder)),
  ]);
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file, "latin1").catch(() => "");
    if (texts.some((text) => bytes.toLowerCase().includes(text.toLowerCase()))) found.push(file);
  }
  return found;
}

/**
 * Everything that can happen to an address: forms, confirmation, a mail that was sent, one that
 * failed, one that was written to a file, dead jobs.
 */
async function live(address: string): Promise<void> {
  const { db } = database;
  const form = {
    kind: "subscribe" as const,
    address,
    network: "192.0.2.0/24",
    nonce: { kind: "missing" as const },
    consentText: "c",
    form: "/digest/",
  };
  let filed = "";
  await fileSignUp(db, SECRET, form, now, (id, tx) => {
    filed = id;
    return jobs.enqueueSignUp({ signUpId: id }, tx);
  });
  await processSignUp(
    {
      db,
      secret: SECRET,
      linkKey: SECRET,
      now: () => now,
      enqueueNotice: (subscriberId, kind, tx) => jobs.enqueueNotice({ subscriberId, kind }, tx),
      onAlarm: () => undefined,
    },
    filed,
  );
  const id = await requestSubscription(db, SECRET, address, { text: "c", at: now });
  await confirmSubscription(db, await issueConfirmToken(db, id ?? "", now), now);
  await fileSignUp(db, SECRET, form, now, (waiting, tx) =>
    jobs.enqueueSignUp({ signUpId: waiting }, tx),
  );
  const edition = await db
    .insertInto("editions")
    .values({
      subject: "s",
      summary: "s",
      html: "h",
      text: "t",
      hash: "h",
      created_at: now,
    } as never)
    .returning("number")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("deliveries")
    .values({
      edition: edition.number,
      subscriber_id: id ?? "",
      state: "failed",
      message_id: `<${edition.number}>`,
      due_at: now,
      worker: null,
      reply: "550 no",
      code: null,
      route: address.slice(address.indexOf("@") + 1).toLowerCase(),
      settled_at: now,
    })
    .execute();
  // The queue's own end of a job that failed too often.
  await sql`UPDATE jobs.job SET state = 'failed' WHERE data->>'subscriberId' = ${id}`.execute(db);
  await mkdir(join(folder, "mail"), { recursive: true });
  await writeFile(
    join(folder, "mail", `${address.slice(0, 4)}.eml`),
    `To: <${address}>\r\n\r\nHello`,
  );
  await sql`ANALYZE`.execute(db);
  await sql`CHECKPOINT`.execute(db);
}

describe("erasing", () => {
  beforeAll(async () => {
    await live(ADDRESS);
    await live(OTHER);
  });

  test("leaves no byte of the address in the database's files, its log and log of changes, or the mails in files", async () => {
    const before = await filesWith([ADDRESS]);
    expect(before.some((file) => file.includes("pg_wal"))).toBe(true);
    expect(before.some((file) => file.includes("/base/"))).toBe(true);
    expect(before.some((file) => file.endsWith(".eml"))).toBe(true);
    expect((await exportSubscriber(database.db, SECRET, ADDRESS, now)).forms).toHaveLength(1);

    expect(await eraseAddress(database.db, SECRET, ADDRESS, now, join(folder, "mail"))).toEqual({
      wasKnown: true,
      files: 1,
    });
    expect(await purgeErased(database.db)).toEqual({ kind: "purged" });
    expect(await filesWith([ADDRESS, "erased.person", "vanishing.example"])).toEqual([]);
  });

  test("touches nobody else, and the editions' counts of the others stay", async () => {
    expect((await filesWith([OTHER])).length).toBeGreaterThan(0);
    const exported = await exportSubscriber(database.db, SECRET, OTHER, now);
    expect(exported).toMatchObject({
      address: OTHER,
      subscription: { status: "confirmed" },
      deliveries: [{ state: "failed" }],
      forms: [{ kind: "subscribe" }],
    });
    expect(await database.db.selectFrom("editions").select("number").execute()).toHaveLength(2);
  });

  test("keeps a keyed hash only, and no job of the erased", async () => {
    expect(await findSuppression(database.db, SECRET, ADDRESS.toLowerCase())).toMatchObject({
      reason: "erased",
    });
    expect(await findSuppression(database.db, "another secret", ADDRESS)).toBeUndefined();
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM jobs.job WHERE name IN ('notice', 'sign-up')`.execute(
      database.db,
    );
    const { rows: others } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM jobs.job WHERE data->>'subscriberId' IN (SELECT id::text FROM subscribers) OR data->>'signUpId' IN (SELECT id::text FROM sign_ups)
    `.execute(database.db);
    expect(rows[0]?.count).toBeGreaterThan(0);
    // The first form of the other was looked at; its job is still in the queue of this test, where
    // no worker runs.
    expect(rows[0]?.count).toBe((others[0]?.count ?? 0) + 2);
  });

  test("an address that is not known is erased too, and an export of it is empty", async () => {
    expect(await eraseAddress(database.db, SECRET, "nobody@example.org", now)).toEqual({
      wasKnown: false,
      files: 0,
    });
    expect(await exportSubscriber(database.db, SECRET, "nobody2@example.org", now)).toEqual({
      address: "nobody2@example.org",
      exportedAt: now.toISOString(),
      links: [],
      formerLinks: [],
      notices: [],
      deliveries: [],
      reports: [],
      forms: [],
      limits: [],
    });
  });
});
