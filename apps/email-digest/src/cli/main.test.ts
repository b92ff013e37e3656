import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const MAIN = resolve(import.meta.dirname, "../main.ts");
const RECORD = resolve(import.meta.dirname, "../../../../tests/fixtures/full");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-cli-"));
});
afterAll(async () => {
  await digest("db", "stop");
  await rm(folder, { recursive: true, force: true });
});

/** Every command is a process that starts, migrates and stops a database; a busy machine takes its time. */
vi.setConfig({ testTimeout: 180_000 });

/** Runs the command in a process of its own, with a state folder of its own. */
function digest(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("@oxc-node/core/register"), MAIN, ...args], {
      env: { PATH: process.env["PATH"], TRIPTYCH_DIR: folder, CV_DIR: RECORD, PUBLIC_URL: "https://scholar.example" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, out, err }));
  });
}

describe("exit codes", () => {
  test("2 for what does not exist, with a hint, and nothing on standard output", async () => {
    for (const args of [["nonsense"], ["send", "--nonsense"], ["send", "--resend-unknown", "x"], ["test-send"]]) {
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

  test("0 where there is nothing to do", async () => {
    const { code, out } = await digest("send", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ edition: null });
  });
});

test("a test mail is written to the folder while there is no mail server, and counts as no edition", async () => {
  const { code, out } = await digest("test-send", "me@example.org", "--everything", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ outcome: "accepted", subject: expect.stringMatching(/^\[Test\] /) });
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
  expect(JSON.parse((await digest("subscribers", "add", "ada@example.org", "--consent", "asked me", "--json")).out)).toEqual({ added: true });
  const list = join(folder, "list.csv");
  await writeFile(list, "address,consent_at,consent_text,consent_form\nbob@example.org,2026-03-31,yes,a page\ncarol@example.org,,,\n");
  const refused = await digest("subscribers", "import", list);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`${list}:3  consent_at is empty`);
  await writeFile(list, "address,consent_at,consent_text,consent_form\nbob@example.org,2026-03-31,yes,a page\n");
  expect(JSON.parse((await digest("subscribers", "import", list, "--json")).out)).toEqual({ added: 1, known: 0 });
  expect(JSON.parse((await digest("subscribers", "export", "bob@example.org")).out)).toMatchObject({ subscription: { consent_text: "yes" } });
  expect((await digest("subscribers", "erase", "bob@example.org")).code).toBe(0);
  const left = JSON.parse((await digest("subscribers", "list", "--json")).out);
  expect(left.map(({ address }: { address: string }) => address)).toEqual(["ada@example.org"]);
});

test("a backup brings back who was there; one mail is read from a pipe", async () => {
  const file = join(folder, "backup.ndjson");
  expect((await digest("db", "dump", file)).code).toBe(0);
  expect((await digest("db", "restore", file)).err).toContain("not empty");
  expect(JSON.parse((await digest("db", "restore", file, "--replace", "--json")).out).rows).toBeGreaterThan(0);
  expect((await digest("subscribers", "list")).out).toContain("ada@example.org");
  const report = resolve(import.meta.dirname, "../bounce/fixtures/unknown-user-failed.eml");
  const read = await digest("bounces", "collect", resolve(report, ".."), "--json");
  expect(JSON.parse(read.out)).toHaveLength(16);
  expect((await digest("bounces", "read", "--json")).out).toContain("no report");
});

test("the database can be started ahead, used by a command that leaves it running, and stopped", async () => {
  await digest("db", "stop");
  expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: true });
  expect((await digest("editions")).err).toContain("Nothing has been sent yet.");
  expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: false });
  expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: true });
  expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: false });
});
