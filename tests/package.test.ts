import { execFileSync, spawn } from "node:child_process";
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { digestFolder } from "./support/folder-digest.ts";
import { findFreePort } from "./support/free-port.ts";
import { ROOT } from "./support/places.ts";
import { JSX, runNode } from "./support/run.ts";
import { readStep } from "./support/workflow-step.ts";

const BIB = `@article{kettles,
  author = {Testwell, Exemplia and Other, Ben},
  title = {Kettles of {Łódź} and \\'Ecoles},
  journal = {Journal of Invented Kettles}, year = {2024}, volume = {3}, pages = {1--9},
}
@misc{pots, author = {Testwell, Exemplia}, title = {Pots}, year = {2025}, eprint = {2501.00001},
  archivePrefix = {arXiv} }
`;

/** The environment of somebody who has never heard of this clone. */
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(?!config_)|TRIPTYCH_|CV_DIR|SITE_|PUBLIC_URL|NODE_(?!EXTRA)|VITEST|PNPM|INIT_CWD)/i.test(
          name,
        ),
    ),
  ),
  ...more,
});

function run(cwd: string, [command = "", ...args]: readonly string[], more = {}): string {
  return execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    env: environment(more),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** What the unit of systemd says under a name. */
const unitLine = (unit: string, name: string) =>
  new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1] ?? "";

/** The account `nobody`, which no file belongs to. */
const NOBODY = 65_534;

/**
 * Runs the folder as the unit does: all of it is root's and read only, but for `.triptych`, and an
 * account without rights starts it. Only root can try that.
 */
async function serveAsUnit(folder: string): Promise<void> {
  const unit = await readFile(join(folder, "server", "triptych.service"), "utf8");
  const state = join(folder, unitLine(unit, "ReadWritePaths").replace("/srv/cv/", ""));
  await rm(state, { recursive: true, force: true });
  await mkdir(state);
  for (const own of [state, join(folder, ".env")]) await chown(own, NOBODY, NOBODY);
  const port = await findFreePort();
  const [, ...args] = unitLine(unit, "ExecStart").split(" ");
  const home = /HOME=(\S+)/.exec(unitLine(unit, "Environment"))?.[1] ?? "";
  const child = spawn(process.execPath, args, {
    cwd: folder,
    uid: NOBODY,
    gid: NOBODY,
    env: environment({ HOME: home.replace("/srv/cv", folder), PORT: String(port) }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  onTestFinished(() => void child.kill("SIGKILL"));
  const isReady = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return answer?.status === 200 || child.exitCode !== null;
  };
  await expect.poll(isReady, { timeout: 170_000, interval: 500 }).toBe(true);
  expect(child.exitCode, said).toBeNull();
  expect((await fetch(`http://127.0.0.1:${port}/publications/`)).status).toBe(200);
  child.kill("SIGTERM");
  expect([0, 143]).toContain(await ended);
}

/** What this clone makes of a record, ready for any host. */
async function publishHere(content: string, folder: string): Promise<void> {
  const state = `${folder}-state`;
  const env = {
    CV_DIR: content,
    TRIPTYCH_DIR: state,
    TRIPTYCH_RECORD: join(state, "record", "cv.json"),
  };
  for (const [cwd, args] of [
    [ROOT, [join(ROOT, "apps/cv/src/main.ts"), "record", "--out", env.TRIPTYCH_RECORD]],
    [join(ROOT, "apps/pdf"), [...JSX, "src/publish-all.ts", join(state, "pdf")]],
    [join(ROOT, "apps/web"), ["src/build/main.ts"]],
    [join(ROOT, "apps/web"), ["src/build/hand-out.ts", folder]],
  ] as const) {
    const { code, stdout, stderr } = await runNode(args, { cwd, env });
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${stdout}\n${stderr}`);
  }
}

test("from a .bib to a folder to publish, with what npm installs and nothing else of ours", async () => {
  const place = await mkdtemp(join(tmpdir(), "a path with 'blanks' "));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  run(ROOT, [process.execPath, join(ROOT, "scripts/package/pack.mjs")]);
  const packed = join(ROOT, ".triptych", "pack");
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const tarball = (name: string) => join(packed, name, `${name}-${version}.tgz`);
  await writeFile(join(place, "works.bib"), BIB);
  run(place, ["tar", "-xzf", tarball("create-triptych")]);
  const create = [process.execPath, join(place, "package", "create.mjs"), "my cv"];
  const options = ["--from", "works.bib", "--name", "Exemplia Testwell", "--yes", "--offline"];
  run(place, [...create, ...options], { TRIPTYCH_PACKAGE: tarball("triptych") });
  const folder = join(place, "my cv");
  expect((await readdir(folder)).toSorted()).toEqual([
    ".editorconfig",
    ".env",
    ".github",
    ".gitignore",
    ".triptych",
    ".vscode",
    "README.md",
    "content",
    "node_modules",
    "package-lock.json",
    "package.json",
    "server",
  ]);

  // The programs say what they are, and who is not theirs is sent away in a sentence.
  expect(run(folder, ["npm", "run", "--silent", "cv", "--", "check"])).toContain("2 publications");
  expect(() => run(folder, ["npx", "--no-install", "triptych", "bench"])).toThrow(
    /usage: triptych/,
  );

  // As the workflow of the folder has it, on a machine that has nothing but the folder.
  await rm(join(folder, "node_modules"), { recursive: true });
  const lock = await readFile(join(folder, "package-lock.json"), "utf8");
  for (const step of ["Install Triptych", "Check the record", "Build the site"])
    run(folder, ["bash", "-e", "-c", await readStep("publish.yml", step)]);
  expect(await readFile(join(folder, "package-lock.json"), "utf8")).toBe(lock);
  const made = await digestFolder(join(folder, "public"));
  const here = join(place, "here");
  await cp(join(folder, "content"), join(place, "content"), { recursive: true });
  await publishHere(join(place, "content"), here);
  expect(made).toEqual(await digestFolder(here));
  expect(Object.keys(made)).toEqual(expect.arrayContaining(["index.html", "cv.pdf"]));

  // npm has installed the libraries again by now; what they lack was put right again as well.
  const modules = join(folder, "node_modules");
  const corrections = join(modules, "triptych", "patched");
  const corrected = (await readdir(corrections, { recursive: true })).filter((path) =>
    path.endsWith(".js"),
  );
  expect(corrected).not.toEqual([]);
  for (const path of corrected)
    expect(
      (await readFile(join(modules, path))).equals(await readFile(join(corrections, path))),
    ).toBe(true);

  // Done twice it is the same; nothing was written but what git ignores.
  const before = (await stat(join(folder, "content"))).mtimeMs;
  run(folder, ["npm", "run", "build", "--", "--out", "public"]);
  expect(await digestFolder(join(folder, "public"))).toEqual(made);
  expect((await stat(join(folder, "content"))).mtimeMs).toBe(before);

  if (process.getuid?.() === 0) {
    await chmod(place, 0o755);
    await serveAsUnit(folder);
  }

  // A folder that holds something is left as it is.
  expect(() => run(place, [...create, ...options])).toThrow(/is not empty/);
});
