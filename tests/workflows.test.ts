import { execFileSync, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "./support/places.ts";
import { readStep } from "./support/workflow-step.ts";

const ZOTERO = JSON.stringify({
  items: [
    {
      id: "12345/AAAA1111",
      type: "article-journal",
      title: "Kettles & `rm -rf`, $(touch broken) @ada",
      "container-title": "Journal of Invented Kettles",
      author: [{ family: "Testwell", given: "Exemplia" }],
      issued: { "date-parts": [["2026", 3]] },
    },
  ],
});

/** A folder as `create-triptych` makes it, as a clone of a repository, with this clone's `cv`. */
async function makeFolder() {
  const base = await mkdtemp(join(tmpdir(), "triptych workflows "));
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/api.zotero.org/") === true) response.end(ZOTERO);
    else response.writeHead(request.url?.startsWith("/www.zotero.org/") === true ? 200 : 404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = server.address();
  if (typeof place !== "object" || place === null) throw new Error("The peer has no port.");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(base, { recursive: true, force: true });
  });
  const [folder, origin, bin] = ["my cv", "origin.git", "bin"].map((name) => join(base, name));
  await mkdir(join(folder ?? "", "content"), { recursive: true });
  await mkdir(bin ?? "");
  return { base, folder: folder ?? "", origin: origin ?? "", bin: bin ?? "", port: place.port };
}

type Place = Awaited<ReturnType<typeof makeFolder>>;

/** GitHub itself cannot be here: what is asked of it is written down, and answered by the test. */
async function fakeGh({ bin, base }: Place, answers: string): Promise<void> {
  const text = `#!/bin/sh\nprintf '%s\\n' "$*" >> "${base}/gh.log"\n${answers}\n`;
  await writeFile(join(bin, "gh"), text);
  await chmod(join(bin, "gh"), 0o755);
}

/** Runs a step as a runner does: `bash -e {0}` in the folder. */
async function runStep(place: Place, script: string, more: Record<string, string> = {}) {
  const file = join(place.base, "step.sh");
  await writeFile(file, script);
  const env = {
    HOME: place.base,
    PATH: `${place.bin}:${join(process.execPath, "..")}:${process.env["PATH"] ?? ""}`,
    CV_DIR: "content",
    CV_LOOKUP: `http://127.0.0.1:${place.port}`,
    TRIPTYCH_DIR: join(place.base, "state"),
    NO_COLOR: "1",
    GITHUB_REPOSITORY: "testwell/cv",
    GITHUB_STEP_SUMMARY: join(place.base, "summary.md"),
    GITHUB_ENV: join(place.base, "env"),
    RUNNER_TEMP: place.base,
    BASE: "main",
    ...more,
  };
  const child = spawn("bash", ["-e", file], { cwd: place.folder, env, stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => (output += piece.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, output };
}

const git = ({ folder, base }: Place, ...args: string[]) =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8", env: { ...process.env, HOME: base } });

const NAMED = ["-c", "user.name=Exemplia Testwell", "-c", "user.email=e@example.org"];

async function makeRepository(settings = ""): Promise<Place> {
  const place = await makeFolder();
  const { folder, origin } = place;
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin]);
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", folder]);
  const cv = `${JSON.stringify(process.execPath)} ${JSON.stringify(join(ROOT, "apps/cv/src/main.ts"))}`;
  await writeFile(join(folder, "package.json"), JSON.stringify({ scripts: { cv } }));
  await writeFile(join(folder, ".gitignore"), "node_modules/\n.triptych/\n");
  await writeFile(
    join(folder, "content/profile.yaml"),
    "profile:\n  name: Exemplia Testwell\n  links:\n" +
      "    - { site: zotero, url: https://www.zotero.org/users/12345 }\n" +
      settings,
  );
  git(place, "remote", "add", "origin", origin);
  git(place, "add", "--all");
  git(place, ...NAMED, "commit", "--quiet", "--message", "My record");
  git(place, "push", "--quiet", "origin", "main");
  return place;
}

const readLog = ({ base }: Place, name = "gh.log") => readFile(join(base, name), "utf8");

test("current proposes what is new once, with its report, and merges nothing", async () => {
  const place = await makeRepository();
  const [check, ask, open] = await Promise.all(
    ["Check the record", "Ask the sources", "Open a pull request with what is new"].map((name) =>
      readStep("current.yml", name),
    ),
  );
  await fakeGh(place, "exit 0");
  expect(await runStep(place, check ?? "")).toMatchObject({ code: 0 });
  expect(await runStep(place, ask ?? "")).toMatchObject({ code: 0 });
  expect(await runStep(place, open ?? "")).toMatchObject({ code: 0 });
  expect((await readLog(place)).split("\n")).toEqual([
    "auth setup-git",
    "pr list --head triptych-current --state open --json number --jq .[].number",
    "pr create --head triptych-current --base main --title Bring the record up to date --body-file current.md",
    "workflow run preview.yml --ref triptych-current",
    "",
  ]);
  expect(git(place, "diff", "--name-only", "origin/main", "origin/triptych-current")).toBe(
    "content/publications.yaml\ncontent/venues.yaml\ncurrent.md\n",
  );
  expect(await readLog(place, "summary.md")).toContain("## New\n\n- Kettles & \\`rm -rf\\`");

  // Merged, there is nothing to say; proposed again, the pull request that is open is used.
  git(place, "push", "--quiet", "origin", "triptych-current:main");
  await writeFile(join(place.base, "gh.log"), "");
  await runStep(place, ask ?? "");
  expect(await runStep(place, open ?? "")).toMatchObject({ code: 0 });
  expect(await readLog(place)).toBe("");
  git(place, "reset", "--quiet", "--hard", "HEAD^");
  await fakeGh(place, '[ "$2" != list ] || echo 7');
  await runStep(place, ask ?? "");
  expect(await runStep(place, open ?? "")).toMatchObject({ code: 0 });
  expect(await readLog(place)).toContain("pr edit triptych-current --body-file current.md\n");
});

test("where GitHub forbids it, a workflow says in a sentence what to choose", async () => {
  const place = await makeRepository();
  await fakeGh(place, '[ "$2" != create ] && [ "$1" != api ]');
  await runStep(place, await readStep("current.yml", "Ask the sources"));
  const open = await readStep("current.yml", "Open a pull request with what is new");
  const refused = await runStep(place, open);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain("::error::GitHub lets no workflow of this repository open pull");
  const pages = await runStep(place, await readStep("publish.yml", "GitHub Pages is on"));
  expect(pages.code).toBe(1);
  expect(pages.output).toMatch(/^::error::This repository has no GitHub Pages\. Choose .*\n$/);
});

test("publish builds for the address that the record names, else for that of the Pages", async () => {
  const steps = ["GitHub Pages is on", "Check the record", "Find out the address"];
  const settle = async (place: Place) => {
    await fakeGh(place, "echo https://testwell.github.io/cv/");
    let output = "";
    for (const name of steps) {
      const done = await runStep(place, await readStep("publish.yml", name));
      expect(done.code, done.output).toBe(0);
      output += done.output;
    }
    return output;
  };
  const silent = await makeRepository();
  expect(await settle(silent)).not.toContain("::");
  expect(await readLog(silent, "env")).toBe("SITE_URL=https://testwell.github.io/cv/\n");
  const same = await makeRepository("settings:\n  url: https://testwell.github.io/cv\n");
  expect(await settle(same)).not.toContain("::");
  const other = await makeRepository("settings:\n  url: https://testwell.example/\n");
  expect(await settle(other)).toContain(
    "::warning::The record says that the site is at https://testwell.example/, and GitHub serves",
  );
});

test("a record with faults ends every workflow before anything is asked or built", async () => {
  const place = await makeRepository("settings:\n  url: nowhere\n");
  for (const file of ["publish.yml", "preview.yml", "current.yml"])
    expect(await runStep(place, await readStep(file, "Check the record"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("profile.yaml:6"),
    });
});
