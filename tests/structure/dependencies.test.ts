import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { files, read } from "./house.ts";

describe("dependencies", () => {
  /** A bench with packages of its own has a lockfile of its own beside them, and no catalog. */
  const hasOwnLockfile = (file: string) =>
    files.includes(file.replace("package.json", "pnpm-lock.yaml"));
  const manifests = files.filter((file) => /(^|\/)package\.json$/.test(file));
  const versionsIn = (file: string): [string, string][] => {
    const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read(file));
    return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((key) =>
      Object.entries(manifest[key] ?? {}),
    );
  };
  type Catalog = Record<string, string>;
  const { catalog: first, catalogs }: { catalog: Catalog; catalogs: Record<string, Catalog> } =
    parse(read("pnpm-workspace.yaml"));
  const catalog = Object.assign({}, first, ...Object.values(catalogs));
  const ofWorkspace = manifests.filter((file) => file === "package.json" || !hasOwnLockfile(file));

  test("have their version in the catalog, once, and exactly", () => {
    for (const file of ofWorkspace)
      for (const [name, version] of versionsIn(file))
        expect(version, `${name} in ${file}`).toMatch(/^(catalog:[\w-]*|workspace:\*)$/);
    for (const file of manifests.filter((name) => !ofWorkspace.includes(name)))
      for (const [name, version] of versionsIn(file))
        expect(version, `${name} in ${file}`).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [name, version] of Object.entries<string>(catalog))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test("leave the catalog when nobody needs them any more", () => {
    const used = new Set(ofWorkspace.flatMap((file) => versionsIn(file).map(([name]) => name)));
    expect(Object.keys(catalog).filter((name) => !used.has(name))).toEqual([]);
  });

  test("one package.json, the root's, says the version of the product", () => {
    expect(manifests.filter((file) => "version" in JSON.parse(read(file)))).toEqual([
      "package.json",
    ]);
  });

  test("come from no host that is written down", () => {
    expect(read("pnpm-lock.yaml")).not.toMatch(/tarball:|https?:\/\//);
  });
});
