import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";

const COMMAND = join(import.meta.dirname, "main.ts");
const CONTENT = join(import.meta.dirname, "../../../packages/data/content");

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-cv-"));
  await writeFile(join(base, "profile.yaml"), "profile: { name: Ada, emial: x }\n");
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Runs `cv` in the folder of the test. */
function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const options = {
    cwd: base,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, CV_DIR: undefined, ...env },
  };
  return new Promise((done) => {
    execFile(process.execPath, [COMMAND, ...args], options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test("check prints faults with their places and exits 1; warnings exit 0", async () => {
  const known =
    "known are id, name, aliases, family, headline, summary, place, phone, emails, orcid, links, interests";
  const faulty = {
    code: 1,
    stdout: `profile.yaml:1:23  profile.emial  is not a known key; ${known}\n1 fault\n`,
    stderr: "",
  };
  expect(await run(["check", "."])).toEqual(faulty);
  expect(await run(["check"], { CV_DIR: base })).toEqual({ ...faulty, stderr: "Record: .\n" });
  const valid = await run(["check", CONTENT]);
  expect(valid).toMatchObject({ code: 0, stderr: "" });
  expect(valid.stdout).toMatch(
    /^(warning {2}\S+:\d+:\d+ {2}figures\[\d\] {2}.+\n){4}valid: 61 publications from 16 files, 4 warnings; PDFs at \/cv\.pdf, \/cv-short\.pdf, \/cv-publications\.pdf\n$/,
  );
});

test("check --json is for programs", async () => {
  const { code, stdout } = await run(["check", "--json", "."]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    valid: false,
    faults: [{ file: "profile.yaml", line: 1, column: 23, path: "profile.emial" }],
    warnings: [],
  });
});

test("record writes a valid record and refuses a faulty one", async () => {
  expect(await run(["record", CONTENT, "--out", "cv.json"])).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  expect(JSON.parse(await readFile(join(base, "cv.json"), "utf8"))).toMatchObject({
    profile: { name: "Shiwei Liu" },
  });
  expect(await run(["record", ".", "--out", "bad.json"])).toMatchObject({ code: 1, stdout: "" });
  await expect(readFile(join(base, "bad.json"))).rejects.toThrow("ENOENT");
});
