import { describe, expect, test } from "vitest";
import { code, files, findPattern, source } from "./house.ts";

describe("the house", () => {
  test("only env.ts of an app, and what starts everything, reads the environment", () => {
    expect(
      findPattern(
        source.filter((file) => !/\/env\.ts$|^scripts\//.test(file)),
        /process\.env\b/,
      ),
    ).toEqual([]);
  });

  test("a package's entry names what it exports, and nobody reaches past it", () => {
    const tests = files.filter((file) => /^tests\/.*\.ts$/.test(file));
    expect(findPattern(code, /export \* from/)).toEqual([]);
    expect(findPattern([...code, ...tests], /from "@triptych\/[a-z-]+\/src\//)).toEqual([]);
  });

  test("there are no drawers", () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|types)(\.tsx?|\/)/.test(file)),
    ).toEqual([]);
  });

  test("renderers format no dates, names, amounts or counts", () => {
    const renderers = source.filter((file) =>
      /^apps\/(web|pdf)\/src\/(app|components)\/|^apps\/email-digest\/src\/mail\//.test(file),
    );
    expect(
      findPattern(
        renderers,
        /Intl\.|toLocale|formatDate|formatPeriod|formatMoney|new Date\(|\.authors\.map/,
      ),
    ).toEqual([]);
  });

  test("the view knows no file system, clock, environment or markup", () => {
    const view = source.filter((file) => file.startsWith("packages/view/"));
    expect(view.filter((file) => file.endsWith(".tsx"))).toEqual([]);
    expect(findPattern(view, /from "node:|process\.|Date\.now|new Date\(\)|Math\.random/)).toEqual(
      [],
    );
  });

  test("nothing is skipped or silenced", () => {
    const all = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== OWN_FILE);
    expect(
      findPattern(
        all,
        /\b(it|test|describe)\.(skip|only|todo)\(|@ts-(ignore|nocheck)|(oxlint|eslint)-disable/,
      ),
    ).toEqual([]);
  });
});

/** It holds what it looks for. */
const OWN_FILE = "tests/structure/rules.test.ts";
