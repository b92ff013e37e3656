import { loadCv } from "@triptych/data";
import { Cv } from "@triptych/schema";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "../testing/run-here.ts";
import { claimPlace } from "./claim-place.ts";

const OWN = join(import.meta.dirname, "../../../../packages/data/content");
const FULL = join(import.meta.dirname, "../../../../tests/fixtures/full");

let base: string;
let file: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-claim-"));
  file = join(base, "record", "cv.json");
});
afterEach(() => rm(base, { recursive: true }));

const claim = (name: string, folder: string, yes = false) =>
  claimPlace(file, { cv: Cv.parse({ profile: { name } }), folder, yes });
const CLAIMED = { kind: "claimed" };

test("a folder may change its name, a person their folder; another person's is refused", async () => {
  expect(await claim("Your Name", "/me")).toEqual(CLAIMED);
  expect(await claim("Ada Example", "/me")).toEqual(CLAIMED);
  expect(await claim("ADA EXAMPLE", "/moved")).toEqual(CLAIMED);
  expect(await claim("Ben Other", "/ben")).toEqual({ kind: "other", name: "ADA EXAMPLE" });
  expect(await claim("Ada Example", "/me")).toEqual(CLAIMED);
  expect(await claim("Ben Other", "/ben", true)).toEqual(CLAIMED);
  expect(await claim("Ada Example", "/me")).toEqual({ kind: "other", name: "Ben Other" });
});

test("what comes with the project gives way, and takes nobody's place", async () => {
  const own = await loadCv(OWN);
  const name = own.kind === "valid" ? own.cv.profile.name : "";
  expect(await claim(name, OWN)).toEqual(CLAIMED);
  expect(await claim("Ada Example", "/me")).toEqual(CLAIMED);
  expect(await claim(name, OWN)).toEqual({ kind: "other", name: "Ada Example" });
});

test("a build with another person's record says so before anything is written", async () => {
  const build = (folder: string, ...more: string[]) =>
    runHere(["record", folder, "--out", file, "--publish", ...more], { cwd: base, env: {} });
  expect(await build(FULL)).toMatchObject({ code: 0, stderr: "" });
  const refused = await build(OWN);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(
    /^What was built here is .+'s, and the record in .+ is .+'s\. Name the right .* \.env\), .* --yes\.\n$/,
  );
  expect(await build(OWN, "--yes")).toMatchObject({ code: 0, stderr: "" });
});
