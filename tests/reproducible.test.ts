import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, STATE } from "./support/places.ts";
import { buildRenderings } from "./support/renderings.ts";

async function digestFolder(folder: string): Promise<Record<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const digests = await Promise.all(
    entries.map(async (entry): Promise<[string, string]> => {
      const file = join(entry.parentPath, entry.name);
      return [
        file.slice(folder.length + 1),
        createHash("sha256")
          .update(await readFile(file))
          .digest("hex"),
      ];
    }),
  );
  return Object.fromEntries(digests.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("two builds of one record are the same bytes, file by file, with nothing kept between them", async () => {
  const digests: Record<string, string>[] = [];
  for (const name of ["reproducible-a", "reproducible-b"]) {
    await rm(join(STATE, "tests", name), { recursive: true, force: true });
    const { site } = await buildRenderings(join(ROOT, "tests/fixtures/full"), name);
    digests.push(await digestFolder(site));
    await rm(join(STATE, "tests", name), { recursive: true, force: true });
  }
  const [first = {}, second = {}] = digests;
  expect(Object.keys(first).length).toBeGreaterThan(50);
  expect(second).toEqual(first);
});
