import { runProgram } from "@triptych/terminal";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openTestDatabase } from "../testing/test-database.ts";
import { DIGEST } from "./program.ts";

let folder: string;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-adopt-"));
  await Promise.all([
    writeRecord("example", "Example Researcher", ["Old"]),
    writeRecord("mine", "Ada Own", ["First"]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await openTestDatabase();
  vi.stubEnv("TRIPTYCH_DIR", await mkdtemp(join(folder, "state-")));
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("SITE_DIR", "none");
  vi.stubEnv("SITE_URL", "https://scholar.example");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await database.close();
});

async function writeRecord(place: string, name: string, titles: readonly string[]): Promise<void> {
  const works = titles.map(
    (title) =>
      `- { id: ${title.toLowerCase()}, title: ${title}, authors: [${name}], ` +
      "appearances: [{ kind: preprint, status: under-review }] }",
  );
  await mkdir(join(folder, place), { recursive: true });
  await writeFile(
    join(folder, place, "cv.yaml"),
    `profile: { name: ${name} }\npublications:\n${works.join("\n")}\n`,
  );
}

const readExitCode = () => Number(process.exitCode ?? 0);

/** Runs a command with a record, its output caught but for the line that says which record. */
async function digest(place: string, ...args: string[]) {
  vi.stubEnv("CV_DIR", join(folder, place));
  let written = "";
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      if (!String(chunk).startsWith("Record: ")) written += String(chunk);
      return true;
    });
  process.exitCode = undefined;
  await runProgram(DIGEST, args);
  const code = readExitCode();
  process.exitCode = undefined;
  vi.restoreAllMocks();
  return { code, written };
}

const subscribe = (place: string) =>
  digest(place, "subscribers", "add", "reader@example.org", "--consent", "asked me");
const listMails = () => readdir(join(process.env["TRIPTYCH_DIR"] ?? "", "mail")).catch(() => []);

test("the wrong record mails nothing to nobody, whatever command is given", async () => {
  await digest("mine", "status");
  await subscribe("mine");
  for (const args of [["send"], ["send", "--dry-run"], ["preview"], ["status"], ["worker"]]) {
    const { code, written } = await digest("example", ...args);
    expect([code, written], args.join(" ")).toEqual([
      1,
      expect.stringMatching(/^This digest is Ada Own's .* Example Researcher's.*CV_DIR=.*adopt/),
    ]);
    expect(written.trim().split("\n")).toHaveLength(1);
  }
  expect(await listMails()).toEqual([]);
  expect((await digest("mine", "send")).written).toContain("nothing new");
});

test("the example first, then one's own record: nothing old is mailed, what comes later is", async () => {
  await digest("example", "status");
  const { written } = await digest("mine", "status");
  expect(written).toContain("This digest was Example Researcher's and nobody");
  await subscribe("mine");
  expect((await digest("mine", "send")).written).toContain("nothing new");
  await writeRecord("mine", "Ada Own", ["First", "Second"]);
  const sent = await digest("mine", "send", "--json");
  expect(JSON.parse(sent.written).edition).toMatchObject({ subject: "Ada Own: Second" });
  await writeRecord("mine", "Ada Own", ["First"]);
});

test("adopt hands over with --yes, or notes another name of the same person", async () => {
  await digest("example", "status");
  await subscribe("example");
  const asked = await digest("mine", "adopt");
  expect([asked.code, asked.written]).toEqual([1, expect.stringContaining("--same-person")]);
  expect(JSON.parse((await digest("mine", "adopt", "--yes", "--json")).written)).toEqual({
    owner: "Ada Own",
    kind: "handed-over",
    subscribers: 1,
    held: [],
  });
  expect((await digest("mine", "send")).written).toContain("nothing new");
  expect((await digest("example", "send")).code).toBe(1);
  await writeRecord("married", "Ada Elsewhere", ["First", "Second"]);
  expect((await digest("married", "send")).code).toBe(1);
  expect((await digest("married", "adopt", "--same-person")).code).toBe(0);
  const sent = await digest("married", "send", "--json");
  expect(JSON.parse(sent.written).edition).toMatchObject({ subject: "Ada Elsewhere: Second" });
});

test("a backup carries whose it is", async () => {
  await digest("mine", "status");
  await subscribe("mine");
  const file = join(folder, "backup.ndjson");
  await digest("mine", "db", "dump", file);
  await digest("mine", "db", "restore", file, "--replace");
  expect((await digest("example", "send")).written).toContain("Ada Own's");
});
