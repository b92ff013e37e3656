import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "./support/places.ts";

/** Every file that git knows or would know. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(ROOT, file)));
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const sources = files.filter(
  (file) => /^(packages|apps)\/.*\.tsx?$/.test(file) && !file.includes("/generated/"),
);
const withoutTests = sources.filter((file) => !/\.test\.tsx?$|\/(testing|tests)\//.test(file));

/** Files in which a pattern occurs, with the first place. */
const holding = (candidates: readonly string[], pattern: RegExp) =>
  candidates.flatMap((file) =>
    pattern.exec(read(file)) === null ? [] : [`${file}: ${pattern.exec(read(file))?.[0] ?? ""}`],
  );

describe("the house", () => {
  test("only env.ts reads the environment", () => {
    expect(
      holding(
        withoutTests.filter((file) => !file.endsWith("/env.ts")),
        /process\.env\b/,
      ),
    ).toEqual([]);
  });

  test("a package's entry names what it exports, and nobody reaches past it", () => {
    expect(holding(sources, /export \* from/)).toEqual([]);
    expect(
      holding(
        [...sources, ...files.filter((file) => /^tests\/.*\.ts$/.test(file))],
        /from "@triptych\/[a-z-]+\/src\//,
      ),
    ).toEqual([]);
  });

  test("there are no drawers", () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|types)(\.tsx?|\/)/.test(file)),
    ).toEqual([]);
  });

  test("renderers format no dates, names, amounts or counts", () => {
    const renderers = withoutTests.filter((file) =>
      /^apps\/(web|pdf)\/src\/(app|components)\/|^apps\/email-digest\/src\/mail\//.test(file),
    );
    expect(
      holding(
        renderers,
        /Intl\.|toLocale|formatDate|formatPeriod|formatMoney|new Date\(|\.authors\.map/,
      ),
    ).toEqual([]);
  });

  test("the view knows no file system, clock, environment or markup", () => {
    const view = withoutTests.filter((file) => file.startsWith("packages/view/"));
    expect(view.filter((file) => file.endsWith(".tsx"))).toEqual([]);
    expect(holding(view, /from "node:|process\.|Date\.now|new Date\(\)|Math\.random/)).toEqual([]);
  });

  test("no source file is longer than 350 lines", () => {
    // Whoever translates opens one file and finds every word in it.
    const ofOneLanguage = (file: string) => /^packages\/words\/src\/[a-z]{2}\.ts$/.test(file);
    expect(
      withoutTests.filter((file) => !ofOneLanguage(file) && read(file).split("\n").length > 350),
    ).toEqual([]);
  });

  test("nothing is skipped or silenced", () => {
    const all = files.filter(
      (file) => /\.(ts|tsx|mjs)$/.test(file) && file !== "tests/structure.test.ts",
    );
    expect(
      holding(
        all,
        /\b(it|test|describe)\.(skip|only|todo)\(|@ts-(ignore|nocheck)|(oxlint|eslint)-disable/,
      ),
    ).toEqual([]);
  });
});

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
  const { catalog }: { catalog: Record<string, string> } = parse(read("pnpm-workspace.yaml"));
  const ofWorkspace = manifests.filter((file) => file === "package.json" || !hasOwnLockfile(file));

  test("have their version in the catalog, once, and exactly", () => {
    for (const file of ofWorkspace)
      for (const [name, version] of versionsIn(file))
        expect(version, `${name} in ${file}`).toMatch(/^(catalog:|workspace:\*)$/);
    for (const file of manifests.filter((name) => !ofWorkspace.includes(name)))
      for (const [name, version] of versionsIn(file))
        expect(version, `${name} in ${file}`).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [name, version] of Object.entries(catalog))
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

describe("documents", () => {
  const documents = files.filter((file) =>
    /^(README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/.*\.md$/.test(file),
  );

  test("name only files and folders that exist", () => {
    for (const file of documents) {
      const named = [
        ...read(file).matchAll(/`((?:packages|apps|docs|tests|scripts)(?:\/[\w.@[\]-]+)*)`/g),
      ].map(([, path]) => path ?? "");
      for (const path of named)
        expect(existsSync(join(ROOT, path)), `${path} in ${file}`).toBe(true);
      for (const [, target = ""] of read(file).matchAll(/\]\((?!https?:|#)([^)]+)\)/g))
        expect(existsSync(join(ROOT, file, "..", target)), `${target} in ${file}`).toBe(true);
    }
  });

  test("are short enough to be read", () => {
    expect(read("README.md").split("\n").length).toBeLessThanOrEqual(150);
    for (const file of documents.filter((name) => name.startsWith("docs/decisions/")))
      expect(read(file).split("\n").length, file).toBeLessThanOrEqual(60);
  });

  test("speak of no machine", () => {
    expect(
      holding(
        files.filter(
          (file) =>
            /\.(md|ts|tsx|mjs|yaml|json)$/.test(file) &&
            file !== "pnpm-lock.yaml" &&
            file !== "tests/structure.test.ts",
        ),
        /(^|[^\w.])\/(work|root)\//,
      ),
    ).toEqual([]);
  });
});
