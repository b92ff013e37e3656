import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listFiles } from "./folder-content.ts";
import { isPublished, publishFolder } from "./published-folder.ts";

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "publish-"));
  target = join(folder, "site");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function publish(files: Record<string, string>, named = Object.keys(files), identity = "one") {
  return publishFolder({
    target,
    identity,
    make: async (draft) => {
      for (const [path, text] of Object.entries(files)) await writeFile(join(draft, path), text);
      return { kind: "made", named };
    },
  });
}

test("nothing of the folder before remains", async () => {
  await publish({ "a.html": "A", "b.html": "B" });
  expect(await publish({ "b.html": "B", "c.html": "C" })).toEqual({ kind: "published", files: 2 });
  expect(await listFiles(target)).toEqual(["b.html", "c.html"]);
  expect(await listFiles(folder)).toEqual(["site.manifest.json", "site/b.html", "site/c.html"]);
});

test("a file that nothing calls for, or one that is missing, leaves the old folder as it was", async () => {
  await publish({ "a.html": "A" });
  expect(await publish({ "a.html": "new", "x.html": "X" }, ["a.html", "y.html"])).toEqual({
    kind: "refused",
    reasons: ["x.html: the record does not call for this file", "y.html: was not made"],
  });
  expect(await readFile(join(target, "a.html"), "utf8")).toBe("A");
  expect(await isPublished(target, "one")).toBe(true);
});

test("a draft that a stopped run has left is not taken over", async () => {
  await expect(
    publishFolder({
      target,
      identity: "one",
      make: async (draft) => {
        await writeFile(join(draft, "left.html"), "");
        throw new Error("stopped");
      },
    }),
  ).rejects.toThrow("stopped");
  expect(await publish({ "a.html": "A" })).toEqual({ kind: "published", files: 1 });
});

test("what others have written, added or taken away is noticed", async () => {
  await publish({ "a.html": "A", "b.html": "B" });
  expect(await isPublished(target, "one")).toBe(true);
  expect(await isPublished(target, "two")).toBe(false);
  await writeFile(join(target, "a.html"), "Z");
  expect(await isPublished(target, "one")).toBe(false);
  await writeFile(join(target, "a.html"), "A");
  await writeFile(join(target, "c.html"), "C");
  expect(await isPublished(target, "one")).toBe(false);
  await rm(join(target, "c.html"));
  await rm(join(target, "b.html"));
  expect(await isPublished(target, "one")).toBe(false);
});
