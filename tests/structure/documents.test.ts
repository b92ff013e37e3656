import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/places.ts";
import { files, findPattern, read } from "./house.ts";

describe("documents", () => {
  const documents = files.filter((file) =>
    /^(README|CONTRIBUTING|CHANGELOG|SECURITY)\.md$|^docs\/.*\.md$/.test(file),
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

  test("the changelog has short lines, and begins with the version of the product, dated", () => {
    const changelog = read("CHANGELOG.md");
    const { version } = JSON.parse(read("package.json"));
    expect(/^## (.*)$/m.exec(changelog)?.[1]).toMatch(
      new RegExp(`^${version.replaceAll(".", "\\.")} \\(\\d{4}-\\d\\d-\\d\\d\\)$`),
    );
    expect(changelog.split("\n").filter((line) => line.length > 110)).toEqual([]);
  });

  test("the glossary has at most 40 terms, each once", () => {
    const terms = [...read("docs/glossary.md").matchAll(/^\| (?!term)([a-z ]+) \|/gm)].map(
      ([, term]) => term,
    );
    expect(terms.length).toBeGreaterThan(20);
    expect(terms.length).toBeLessThanOrEqual(40);
    expect(new Set(terms).size).toBe(terms.length);
  });

  test("speak of no machine", () => {
    expect(
      findPattern(
        files.filter(
          (file) =>
            /\.(md|ts|tsx|mjs|yaml|json)$/.test(file) &&
            file !== "pnpm-lock.yaml" &&
            !file.startsWith("tests/structure/"),
        ),
        /(^|[^\w.])\/(work|root)\//,
      ),
    ).toEqual([]);
  });
});
