import { runProgram } from "@triptych/terminal";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { countDeliveries, isUnderWay } from "../delivery/ledger.ts";
import { takeWorkerLock } from "../delivery/worker-lock.ts";
import { DIGEST } from "./program.ts";

vi.mock(import("../delivery/ledger.ts"), { spy: true });

const MAIN = resolve(import.meta.dirname, "../main.ts");
const RECORD = resolve(import.meta.dirname, "../../../../tests/fixtures/full");
const REPORTS = resolve(import.meta.dirname, "../bounce/fixtures");

let folder: string;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-cli-"));
  database = await openTestDatabase();
  for (const [name, value] of Object.entries(variables())) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const variables = () => ({
  TRIPTYCH_DIR: folder,
  CV_DIR: RECORD,
  SITE_DIR: "none",
  SITE_URL: "https://scholar.example",
  DATABASE_URL: database.url,
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

const readExitCode = () => Number(process.exitCode ?? 0);

/** Waits until a command that sends has looked at the ledger as it is now. */
async function untilLookedAgain(): Promise<void> {
  const looks = () => vi.mocked(isUnderWay).mock.calls.length;
  // The look that is under way may have seen what was before; the next one has ended when a third
  // begins.
  const third = looks() + 2;
  await expect.poll(looks, { timeout: 20_000 }).toBeGreaterThanOrEqual(third);
}

/** Runs the command here, with its output caught. */
async function digest(...args: string[]): Promise<Ended> {
  const written = { out: "", err: "" };
  const into = (stream: "out" | "err") => (chunk: string | Uint8Array) => {
    written[stream] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(into("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(into("err")),
  ];
  process.exitCode = undefined;
  try {
    await runProgram(DIGEST, args);
    return { code: readExitCode(), ...written };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

/**
 * The same in a process of its own, for what only a process has: its exit code and its standard
 * input.
 */
async function digestProcess(args: readonly string[], input = ""): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--import", new URL("../../../../scripts/jsx.mjs", import.meta.url).href, MAIN, ...args],
    {
      env: { PATH: process.env["PATH"], ...variables() },
    },
  );
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((done) => child.on("close", (ended) => done(ended ?? 1))),
  ]);
  return { code, out, err };
}

test("a process reads one mail from a pipe and exits with the command's code", async () => {
  const report = await readFile(join(REPORTS, "unknown-user-failed.eml"), "utf8");
  const [read, refused] = await Promise.all([
    digestProcess(["bounces", "read", "--json"], report),
    digestProcess(["nonsense"]),
  ]);
  expect(read.code, read.err).toBe(0);
  expect(JSON.parse(read.out)).toMatchObject({ kind: "ignored" });
  expect(refused.code).toBe(2);
});

describe("exit codes", () => {
  test("2 for what does not exist, with a hint, and nothing on standard output", async () => {
    for (const args of [
      ["nonsense"],
      ["send", "--nonsense"],
      ["send", "--resend-unknown", "x"],
      ["test-send"],
    ]) {
      const { code, out, err } = await digest(...args);
      expect(code, args.join(" ")).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("--help");
    }
  });

  test("1 where something is refused, with what to do, as text or as JSON", async () => {
    const text = await digest("send", "--resend-unknown", "3");
    expect(text.code).toBe(1);
    expect(text.err).toContain("There is no edition 3. npm run digest -- editions lists them.");
    const json = await digest("test-send", "nonsense", "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toEqual({ error: expect.stringContaining("nonsense") });
  });

  test("1 where a file has no place or the database is not as DATABASE_URL says, in a sentence", async () => {
    const dumped = await digest("db", "dump", join(folder, "nowhere", "backup.ndjson"));
    expect([dumped.code, dumped.err]).toEqual([
      1,
      expect.stringMatching(/^\S+backup\.ndjson cannot be written: its folder does not exist\.\n$/),
    ]);
    for (const [url, sentence] of [
      [database.url.replace(/test_\w+/, "no_such_database"), "createdb"],
      ["postgres://triptych@no-such-host.invalid/triptych", "DATABASE_URL"],
    ] as const) {
      vi.stubEnv("DATABASE_URL", url);
      const refused = await digest("editions");
      vi.stubEnv("DATABASE_URL", database.url);
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(sentence)]);
      expect(refused.err).not.toContain("    at ");
    }
  });

  test("0 where there is nothing to do", async () => {
    const { code, out } = await digest("send", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ edition: null });
  });
});

test("a test mail is written to the folder while there is no mail server, and counts as no edition", async () => {
  const { code, out } = await digest("test-send", "me@example.org", "--everything", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    outcome: "accepted",
    subject: expect.stringMatching(/^\[Test\] /),
  });
  expect(await readdir(join(folder, "mail"))).toHaveLength(1);
  expect(JSON.parse((await digest("editions", "--json")).out)).toEqual([]);
});

test("the status names the next slots in the zone of the schedule", async () => {
  const { code, out } = await digest("status", "--json");
  expect(code).toBe(0);
  const { schedule, subscribers, editions } = JSON.parse(out);
  expect(subscribers).toEqual({});
  expect(editions).toEqual([]);
  expect(schedule.next).toHaveLength(3);
  expect((await digest("status")).out).toContain(`(${schedule.timeZone})`);
});

test("people are added, brought along, looked at and erased; a list without consent is refused with its lines", async () => {
  expect((await digest("subscribers", "add", "ada@example.org")).err).toContain("--consent");
  expect(
    JSON.parse(
      (await digest("subscribers", "add", "ada@example.org", "--consent", "asked me", "--json"))
        .out,
    ),
  ).toEqual({ added: true });
  const list = join(folder, "list.csv");
  await writeFile(
    list,
    "address,consent_at,consent_text,consent_form\nbob@example.org,2026-03-31,yes,a page\ncarol@example.org,,,\n",
  );
  const refused = await digest("subscribers", "import", list);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`${list}:3  consent_at is empty`);
  const header = "address,consent_at,consent_text,consent_form";
  const wrong = Array.from({ length: 50 }, (_, at) => `p${at}@example.org,yesterday,yes,a page`);
  await writeFile(list, [header, ...wrong].join("\n"));
  const many = (await digest("subscribers", "import", list)).err.trim().split("\n");
  expect(many.slice(-2)).toEqual(["and 30 more", expect.stringContaining("Nobody was added")]);
  await writeFile(
    list,
    "address,consent_at,consent_text,consent_form\nbob@example.org,2026-03-31,yes,a page\n",
  );
  expect(JSON.parse((await digest("subscribers", "import", list, "--json")).out)).toEqual({
    added: 1,
    known: 0,
  });
  expect(JSON.parse((await digest("subscribers", "export", "bob@example.org")).out)).toMatchObject({
    subscription: { consent_text: "yes" },
  });
  expect((await digest("subscribers", "erase", "bob@example.org")).code).toBe(0);
  const left = JSON.parse((await digest("subscribers", "list", "--json")).out);
  expect(left.map(({ address }: { address: string }) => address)).toEqual(["ada@example.org"]);
});

test("an edition is told only when what another worker has taken is sent too", async () => {
  const { db } = database;
  const { number, ids } = await storeSampleEdition(db, ["planned", "unknown"], new Date());
  const other = await takeWorkerLock(database.connection);
  const its = () =>
    db
      .updateTable("deliveries")
      .where("edition", "=", number)
      .where("subscriber_id", "=", ids[0] ?? "");
  await its().set({ worker: other.key }).execute();
  const told = digest("send", "--resend-unknown", String(number), "--json");
  await expect
    .poll(async () => (await countDeliveries(db, number)).accepted, { timeout: 20_000 })
    .toBe(1);
  await untilLookedAgain();
  await its().set({ state: "sending" }).execute();
  await untilLookedAgain();
  await its().set({ state: "accepted" }).execute();
  const { code, out } = await told;
  expect(JSON.parse(out).edition.deliveries).toMatchObject({ accepted: 2, planned: 0 });
  expect(code).toBe(0);
  await other.close();
  await db.deleteFrom("subscribers").where("address", "!=", "ada@example.org").execute();
}, 30_000);

test("who reads less often gets what is due for them although nothing is new", async () => {
  const { db } = database;
  const { number } = await storeSampleEdition(db, [], new Date());
  await digest("status");
  // The first start told all; now one of the works was told with this edition.
  const told = await db
    .selectFrom("announcements")
    .where("milestone", "like", "%:appeared")
    .select("milestone")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("announcements")
    .set({ edition: number })
    .where("milestone", "=", told.milestone)
    .execute();
  const then = new Date(Date.now() - 400 * 86_400_000);
  const consent = {
    consent_text: "c",
    consent_at: then,
    confirmed_at: then,
    ended_at: null,
    status: "confirmed" as const,
  };
  await db
    .insertInto("subscribers")
    .values({
      address: "slow@example.org",
      unsubscribe_hash: "slow",
      frequency: "yearly",
      is_tailored: true,
      ...consent,
    })
    .execute();
  const { code, out } = await digest("send", "--json");
  expect(JSON.parse(out).edition).toMatchObject({
    number,
    recipients: 1,
    deliveries: { accepted: 1 },
  });
  expect(code).toBe(0);
  await db.deleteFrom("subscribers").where("address", "!=", "ada@example.org").execute();
}, 30_000);

test("a backup brings back who was there; a folder of reports is read", async () => {
  const file = join(folder, "backup.ndjson");
  expect((await digest("db", "dump", file)).code).toBe(0);
  expect((await digest("db", "restore", file)).err).toContain("not empty");
  expect(
    JSON.parse((await digest("db", "restore", file, "--replace", "--json")).out).rows,
  ).toBeGreaterThan(0);
  expect((await digest("subscribers", "list")).out).toContain("ada@example.org");
  expect(JSON.parse((await digest("bounces", "collect", REPORTS, "--json")).out)).toHaveLength(26);
});

test("the embedded database is started, found running, and stopped; another server is not ours to stop", async () => {
  expect((await digest("db", "stop")).err).toContain("DATABASE_URL");
  vi.stubEnv("DATABASE_URL", undefined);
  try {
    expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: true });
    expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: false });
    expect((await digest("editions")).err).toContain("Nothing has been sent yet.");
    expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: true });
    expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: false });
  } finally {
    await digest("db", "stop");
    vi.stubEnv("DATABASE_URL", database.url);
  }
});
