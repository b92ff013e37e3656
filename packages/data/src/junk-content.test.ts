import fc from "fast-check";
import { readdir, readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cv } from "@triptych/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCv } from "./load-cv.ts";

const fixture = join(import.meta.dirname, "../../../tests/fixtures/full");
const sound = (
  await Promise.all((await readdir(fixture)).map((name) => readFile(join(fixture, name), "utf8")))
).join("\n");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-junk-"));
});
afterAll(() => rm(folder, { recursive: true }));

/**
 * Whatever a file holds, the loader answers: with a record, or with faults that stand in the file.
 */
async function expectAnswer(content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, "cv.yaml"), content);
  const result = await loadCv(folder);
  if (result.kind === "valid") {
    expect(Cv.safeParse(result.cv).success).toBe(true);
    return;
  }
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  const lines = text.split(/\r\n?|\n/).length;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const { line, column, message } of result.faults) {
    expect(message).not.toBe("");
    expect(message).not.toMatch(/undefined|\[object|expected (string|array|object)|Invalid/);
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(line === 0 ? column === 0 : column > 0).toBe(true);
  }
}

test("bytes", async () => {
  // A directive that says nothing, whose fault is told for the line after the last.
  const directive = Uint8Array.from([37, 10, 10]);
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), expectAnswer), {
    numRuns: 100,
    examples: [[directive]],
  });
});

test("text that uses the signs of YAML", async () => {
  const signs = fc.constantFrom(
    ..."{}[]:,-?!&*#|>%@`'\"\n\t a1~",
    "profile:",
    "name: A",
    "<<:",
    "&a ",
    "*a",
    "!!set ",
    "---\n",
    "...\n",
    "\r\n",
    "\u0085",
    "\u2028",
    "\ufeff",
    "__proto__:",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(signs, { maxLength: 40 }).map((parts) => parts.join("")),
      expectAnswer,
    ),
    { numRuns: 300 },
  );
});

test("any value in any part of the record", async () => {
  const part = fc.constantFrom(...Object.keys(Cv.shape), "__proto__", "constructor");
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(part, fc.jsonValue({ maxDepth: 4 })).map((value) => JSON.stringify(value)),
      expectAnswer,
    ),
    { numRuns: 200 },
  );
});

test("a sound record with a piece cut out, doubled, or overwritten", async () => {
  const edit = fc.tuple(
    fc.nat(sound.length),
    fc.nat(60),
    fc.constantFrom("", "", "x", "[", "}", ": ", "- ", "*", "\n", '"', "12", "null", "DOUBLE"),
  );
  const edited = edit.map(([at, length, insert]) => {
    const piece = sound.slice(at, at + length);
    return `${sound.slice(0, at)}${insert === "DOUBLE" ? piece + piece : insert}${sound.slice(at + length)}`;
  });
  await fc.assert(fc.asyncProperty(edited, expectAnswer), { numRuns: 60 });
});
