import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SCHEMA_VERSION } from "@triptych/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCv } from "../load-cv.ts";
import { judgeVersion } from "./file-version.ts";
import { migrateFiles } from "./migrate-files.ts";
import { MIGRATION_STEPS } from "./migration-step.ts";

const OLD = resolve(import.meta.dirname, "../../../../tests/fixtures/schema-1");

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-migration-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const readAll = async (folder: string) =>
  Promise.all(
    (await readdir(folder))
      .sort()
      .map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );

test("there is a step from every version there has been", () => {
  expect(MIGRATION_STEPS.map(({ from }) => from)).toEqual(
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1),
  );
});

test("files of the last version load as they are", async () => {
  const loaded = await loadCv(OLD);
  expect(loaded).toMatchObject({ kind: "valid", cv: { schemaVersion: SCHEMA_VERSION } });
  expect(loaded.kind === "valid" && loaded.cv.publications.length).toBe(11);
});

test("the migration writes the number and leaves every other character alone; a second one changes nothing", async () => {
  const files = await readAll(OLD);
  const changed = migrateFiles(files, 1);
  expect(changed.map(({ name }) => name)).toEqual(["settings.yaml"]);
  const before = files.find(({ name }) => name === "settings.yaml")?.text;
  expect(changed[0]?.text).toBe(`${before}schemaVersion: ${SCHEMA_VERSION}\n`);
  await cp(OLD, base, { recursive: true });
  for (const { name, text } of changed) await writeFile(join(base, name), text);
  expect(migrateFiles(await readAll(base), 1)).toEqual([]);
  const [was, is] = [await loadCv(OLD), await loadCv(base)];
  expect(is.kind === "valid" && was.kind === "valid" && is.cv).toEqual(
    was.kind === "valid" && was.cv,
  );
});

test("a number that stands there is changed in its place", () => {
  expect(
    migrateFiles([{ name: "a.yaml", text: "schemaVersion: 1 # old\nprofile: { name: Ada }" }], 1),
  ).toEqual([
    { name: "a.yaml", text: `schemaVersion: ${SCHEMA_VERSION} # old\nprofile: { name: Ada }` },
  ]);
  const written = [
    [
      '"schemaVersion" : 1   # a\r\nprofile: {}\r\n',
      '"schemaVersion" : 2   # a\r\nprofile: {}\r\n',
    ],
    ["schemaVersion:\nprofile: {}\n", "schemaVersion: 2\nprofile: {}\n"],
    ["profile: {} # a\r\n", "profile: {} # a\r\nschemaVersion: 2\r\n"],
    ["{ profile: { name: Ada } } # a\n", "{ profile: { name: Ada }, schemaVersion: 2 } # a\n"],
    [
      "profile:\n  summary: |\n    schemaVersion: 1\n",
      "profile:\n  summary: |\n    schemaVersion: 1\nschemaVersion: 2\n",
    ],
  ];
  for (const [text = "", after = ""] of written)
    expect(migrateFiles([{ name: "a.yaml", text }], 1)).toEqual([
      { name: "a.yaml", text: after.replace(/(schemaVersion"? ?: )2/, `$1${SCHEMA_VERSION}`) },
    ]);
  expect(migrateFiles([{ name: "a.yaml", text: "profile: { name: Ada }" }], 1)[0]?.text).toBe(
    `profile: { name: Ada }\nschemaVersion: ${SCHEMA_VERSION}\n`,
  );
});

test("an older number loads, a newer one is told", async () => {
  expect(judgeVersion(undefined)).toEqual({ kind: "older", version: 1 });
  expect(judgeVersion(SCHEMA_VERSION)).toEqual({ kind: "current" });
  expect(judgeVersion(SCHEMA_VERSION + 1)).toEqual({ kind: "newer", version: SCHEMA_VERSION + 1 });
  const folder = await mkdtemp(join(base, "version-"));
  const load = async (version: string) => {
    await writeFile(
      join(folder, "profile.yaml"),
      `profile: { name: Ada }\nschemaVersion: ${version}\n`,
    );
    return loadCv(folder);
  };
  expect(await load("1")).toMatchObject({ kind: "valid", warnings: [] });
  const message = `is ${SCHEMA_VERSION + 1}, and this program knows versions up to ${SCHEMA_VERSION}; update the program`;
  expect(await load(String(SCHEMA_VERSION + 1))).toMatchObject({
    kind: "faulty",
    faults: [{ path: "schemaVersion", line: 2, message }],
  });
  expect(await load("two")).toMatchObject({ kind: "faulty", faults: [{ path: "schemaVersion" }] });
});
