import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

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

test("the database can be started ahead, used by a command that leaves it running, and stopped", async () => {
  await digest("db", "stop");
  expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: true });
  expect((await digest("editions")).err).toContain("Nothing has been sent yet.");
  expect(JSON.parse((await digest("db", "start", "--json")).out)).toEqual({ started: false });
  expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: true });
  expect(JSON.parse((await digest("db", "stop", "--json")).out)).toEqual({ stopped: false });
});
