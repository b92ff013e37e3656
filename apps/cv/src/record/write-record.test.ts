import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cv } from "@triptych/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serializeCv, writeRecord } from "./write-record.ts";

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-record-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const ada = Cv.parse({ profile: { name: "Ada Łukasz" } });
const bob = Cv.parse({ profile: { name: "Bob" } });

test("the canonical form does not depend on the order of keys, and can be read back", () => {
  const turned = Cv.parse({
    talks: [{ host: "H", date: "2024" }],
    profile: { emails: ["a@example.org"], name: "Ada" },
  });
  const straight = Cv.parse({
    profile: { name: "Ada", emails: ["a@example.org"] },
    talks: [{ date: "2024", host: "H" }],
  });
  expect(serializeCv(turned)).toBe(serializeCv(straight));
  expect(serializeCv(straight)).toMatch(/^\{\n {2}"profile": \{\n[^]*\}\n$/);
  expect(Cv.parse(JSON.parse(serializeCv(straight)))).toEqual(straight);
});

test("a record is written into folders that are made for it, left alone when it is the same, and replaced when it is not", async () => {
  const file = join(base, "new/deep/cv.json");
  expect(await writeRecord(file, ada)).toEqual({ kind: "written" });
  expect(await readFile(file, "utf8")).toBe(serializeCv(ada));

  const past = new Date("2020-01-01T00:00:00Z");
  await utimes(file, past, past);
  expect(await writeRecord(file, ada)).toEqual({ kind: "unchanged" });
  expect((await stat(file)).mtime).toEqual(past);

  expect(await writeRecord(file, bob)).toEqual({ kind: "written" });
  expect(await readFile(file, "utf8")).toBe(serializeCv(bob));
  expect(await readdir(join(base, "new/deep"))).toEqual(["cv.json"]);
});

test("a place that cannot be written is told, and nothing is left behind", async () => {
  await writeFile(join(base, "file"), "mine");
  expect(await writeRecord(join(base, "file/cv.json"), ada)).toMatchObject({
    kind: "unwritable",
    reason: expect.stringMatching(/\w/),
  });
  expect(await writeRecord(base, ada)).toMatchObject({ kind: "unwritable" });
  expect(await readFile(join(base, "file"), "utf8")).toBe("mine");
  expect(await readdir(join(base, ".."))).not.toContainEqual(
    expect.stringMatching(/^triptych-record-.*\.tmp$/),
  );
});
