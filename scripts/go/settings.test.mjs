import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

let folder;
let file;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-settings-"));
  file = join(folder, ".env");
});
afterEach(() => rm(folder, { recursive: true }));

/** The environment of a program once the file was read, and what was said. */
async function read(text, given = {}) {
  await writeFile(file, text);
  const env = { ...given, TRIPTYCH_SETTINGS: file };
  const said = readSettings(env, true);
  return { ...env, said };
}

test("variables come from the file, places seen from there; the environment goes before it", async () => {
  const text =
    "\uFEFF# mine\r\nCV_DIR=my cv\r\nSITE_URL = 'https://me.example' # public\nexport PORT=3001\n";
  expect(await read(text)).toMatchObject({
    CV_DIR: join(folder, "my cv"),
    SITE_URL: "https://me.example",
    PORT: "3001",
    said: "",
  });
  expect(await read(text, { CV_DIR: " ", PORT: "3002" })).toMatchObject({
    CV_DIR: join(folder, "my cv"),
    PORT: "3002",
  });
  expect(await read(text, { CV_DIR: "/other" })).toMatchObject({
    CV_DIR: "/other",
    said: `CV_DIR is /other this time; ${file} says my cv.\n`,
  });
  expect(await read("CV_DIR=~/cv\n")).toMatchObject({ CV_DIR: join(homedir(), "cv") });
  expect(await read("DKIM_KEY='-----BEGIN-----\nMII\n-----END-----'\nHOST=::1\n")).toMatchObject({
    DKIM_KEY: "-----BEGIN-----\nMII\n-----END-----",
    HOST: "::1",
  });
});

test.each(["CV_DIR: ../my-cv", "../my-cv", "CV-DIR=../my-cv", "set CV_DIR=../my-cv", "= ../my-cv"])(
  "a line that would be passed over is named: %s",
  async (line) => {
    await expect(read(`PORT=1\n${line}\n`)).rejects.toThrow(
      `${file}:2 is no setting. Write it as NAME=value: CV_DIR=../my-cv`,
    );
  },
);

test("without a file nothing is set; what cannot be read is said", async () => {
  const env = { TRIPTYCH_SETTINGS: join(folder, "none") };
  expect(readSettings(env, true)).toBe("");
  expect(Object.keys(env)).toEqual(["TRIPTYCH_SETTINGS"]);
  await mkdir(file);
  expect(() => readSettings({ TRIPTYCH_SETTINGS: file }, true)).toThrow(`${file} cannot be read`);
});

test("checks and tests are about the project, whatever the file says", async () => {
  await writeFile(file, "CV_DIR=elsewhere\n");
  const env = { TRIPTYCH_SETTINGS: file };
  readSettings(env, false);
  expect(env.CV_DIR).toBeUndefined();
});
