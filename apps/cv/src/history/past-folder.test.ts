import { loadCv } from "@triptych/data";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explainPast, openPastFolder } from "./past-folder.ts";

let base = "";
let content = "";
const git = (...args: string[]) =>
  execFileSync(
    "git",
    [
      "-C",
      base,
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@example.org",
      "-c",
      "commit.gpgsign=false",
      ...args,
    ],
    { stdio: "ignore" },
  );
const hasGit = (() => {
  try {
    return execFileSync("git", ["--version"], { encoding: "utf8" }).startsWith("git");
  } catch {
    return false;
  }
})();

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-history-"));
  content = join(base, "my record");
  await mkdir(content);
  if (!hasGit) return;
  git("init", "--quiet");
  await writeFile(join(content, "profile.yaml"), "profile: { name: Old }\n");
  await writeFile(join(content, "notes.txt"), "no content\n");
  git("add", ".");
  git("commit", "--quiet", "-m", "one");
  git("tag", "first");
  await writeFile(join(content, "profile.yaml"), "profile: { name: New }\n");
});
afterAll(() => rm(base, { recursive: true, force: true }));

// A machine with Node and npm alone has no revisions to read, and `cv diff` says so there.
test.runIf(hasGit)("the folder as it was in a revision, and only its content files", async () => {
  const past = await openPastFolder(content, "first");
  if (past.kind !== "found") throw new Error(past.kind);
  expect(await readdir(past.folder)).toEqual(["profile.yaml"]);
  expect(await loadCv(past.folder)).toMatchObject({
    kind: "valid",
    cv: { profile: { name: "Old" } },
  });
  await past.dispose();
  await expect(readdir(past.folder)).rejects.toThrow("ENOENT");
});

test.runIf(hasGit).each([
  ["no-such-revision", "no-revision"],
  ["--output=/tmp/x", "no-revision"],
  ["first; echo", "no-revision"],
])("%s is told", async (revision, kind) => {
  const past = await openPastFolder(content, revision);
  expect(past).toEqual({ kind });
  if (past.kind !== "found") expect(explainPast(past, content, revision)).toContain(revision);
});

test("a folder outside of any repository is told", async () => {
  const outside = await mkdtemp(join(tmpdir(), "triptych-outside-"));
  expect((await openPastFolder(outside, "HEAD")).kind).toMatch(/^no-(git|repository)$/);
  await rm(outside, { recursive: true, force: true });
});
