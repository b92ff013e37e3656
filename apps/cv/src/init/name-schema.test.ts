import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "../testing/run-here.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-schema-line-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("every file of a new record names the schema by a way that leads there", async () => {
  const record = join(folder, "deep/er/cv");
  await runHere(["init", record, "--name", "Ann Example"], { cwd: folder, env: {} });
  const names = await readdir(record);
  expect(names).toContain("profile.yaml");
  for (const name of names) {
    const file = join(record, name);
    const [line = ""] = (await readFile(file, "utf8")).split("\n");
    const way = /^# yaml-language-server: \$schema=(.+)$/.exec(line)?.[1] ?? "";
    const schema: unknown = JSON.parse(await readFile(resolve(dirname(file), way), "utf8"));
    expect(schema).toMatchObject({ title: "ContentFile" });
  }
});
