import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { identify } from "./identity.ts";
import { KeptFiles } from "./kept-files.ts";
import { identifyProgram } from "./source-identity.ts";

test("an identity tells apart what only reads the same", () => {
  const all = [
    identify([["ab", "c"]]),
    identify([["a", "bc"]]),
    identify([
      ["a", "b"],
      ["c", ""],
    ]),
    identify([
      ["a", "b"],
      ["c", undefined],
    ]),
    identify([["a", "b"]]),
    identify([
      ["c", ""],
      ["a", "b"],
    ]),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(identify([["a", Buffer.from("b")]])).toBe(identify([["a", "b"]]));
});

test("a program is known by its files, and by those of the packages it needs, but not by tests", async () => {
  const root = await mkdtemp(join(tmpdir(), "sources-"));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const of = () => identifyProgram(root, "apps/web");
  await write("pnpm-lock.yaml", "1");
  await write("apps/web/package.json", '{"dependencies":{"@triptych/view":"workspace:*","x":"1"}}');
  await write("packages/view/package.json", "{}");
  const first = await of();
  expect(await of()).toBe(first);
  for (const path of [
    "apps/web/src/a.test.ts",
    "apps/web/src/testing/a.ts",
    "apps/web/tests/inspect/a.ts",
    "apps/web/tests/approved.json",
    "apps/web/node_modules/b.js",
    "packages/view/content/profile.yaml",
    "packages/other/src/c.ts",
  ])
    await write(path, "text");
  expect(await of()).toBe(first);
  const all = [first];
  for (const path of ["apps/web/src/d.ts", "packages/view/src/e.ts", "pnpm-lock.yaml"]) {
    await write(path, "text");
    all.push(await of());
  }
  expect(new Set(all).size).toBe(4);
  await rm(root, { recursive: true });
});

test("what a run has not asked for is let go", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kept-"));
  const first = new KeptFiles(folder);
  await first.keep("one", Buffer.from("1"));
  await first.keep("two", Buffer.from("2"));
  const second = new KeptFiles(folder);
  expect((await second.getOrMake("one", () => Buffer.from("other"))).toString()).toBe("1");
  await second.forgetUnused();
  expect(await second.get("two")).toBeUndefined();
  expect((await second.get("one"))?.toString()).toBe("1");
  await rm(folder, { recursive: true });
});
