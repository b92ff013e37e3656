import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const APP = join(import.meta.dirname, "../../..");

const readPackage = (folder: string): { dependencies: Record<string, string>; version: string } =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const WHOLE = "@react-email/components";

// Its entry loads tailwind, prismjs and marked, which no letter needs: 30 MB and a quarter second.
test("of react-email only parts are loaded, each of the version that belongs to the whole", () => {
  const { dependencies: whole } = readPackage(join(APP, "node_modules", WHOLE));
  const parts = Object.keys(readPackage(APP).dependencies).filter((name) => name in whole);
  expect(parts).toContain("@react-email/render");
  for (const part of parts)
    expect(readPackage(join(APP, "node_modules", part)).version, part).toBe(whole[part]);
  const templates = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".tsx"));
  for (const file of templates)
    expect(readFileSync(join(import.meta.dirname, file), "utf8"), file).not.toContain(WHOLE);
});
