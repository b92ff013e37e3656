import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSecret } from "./secret-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "triptych-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a secret is made once, for its owner only", () => {
  const file = join(folder, "state", "secret");
  const made = keepSecret(file);
  expect(made).toMatchObject({ kind: "kept", secrets: [expect.stringMatching(/^[\w-]{43}$/)] });
  expect(keepSecret(file)).toEqual(made);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "state"))).toEqual(["secret"]);
});

test("processes that start at the same moment have the same", async () => {
  const file = join(folder, "secret");
  const script = `import { keepSecret } from ${JSON.stringify(join(import.meta.dirname, "secret-file.ts"))}; console.log(keepSecret(${JSON.stringify(file)}).secrets[0]);`;
  const start = () =>
    text(
      spawn(process.execPath, [
        "--import",
        new URL("../../../../scripts/jsx.mjs", import.meta.url).href,
        "--input-type=module",
        "-e",
        script,
      ]).stdout,
    );
  const secrets = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(secrets)).toEqual(new Set([readFileSync(file, "utf8")]));
});

test.each(["", "\n", "too short"])("%j is no secret", (content) => {
  const file = join(folder, "secret");
  writeFileSync(file, content);
  expect(keepSecret(file)).toMatchObject({ kind: "faulty", reason: expect.stringContaining(file) });
  expect(readFileSync(file, "utf8")).toBe(content);
});

test("a secret that cannot be read is not made anew", async () => {
  // A folder in its place cannot be read by anybody, whoever runs the test.
  await mkdir(join(folder, "secret"));
  expect(() => keepSecret(join(folder, "secret"))).toThrow("EISDIR");
});
