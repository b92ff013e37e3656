import { expect, test } from "vitest";
import type { News } from "./collect-news.ts";
import { formatNews } from "./format-news.ts";

const NONE: News = {
  added: [],
  appeared: [],
  changed: [],
  retracted: [],
  dead: [],
  toDo: [],
  leftOut: [],
  otherwise: [],
};

test("what strangers wrote is text: it links to nothing, calls nobody and closes nothing", () => {
  const what = "Fixes #1: @ada, <img src=x> [a](http://b) `c` *d*\n\n## e | ~f~ $g$ \\";
  const url = "https://doi.org/10.5555/a>b(c) d";
  const report = formatNews({ ...NONE, added: [{ what, url, details: ["@bob #2"] }] }, ["@eve"]);
  expect(report.split("\n\n").slice(2)).toEqual([
    "## Not answered",
    "- @<!-- -->eve",
    "## New",
    "- [Fixes #<!-- -->1: @<!-- -->ada, \\<img src=x\\> \\[a\\](http://b) \\`c\\` \\*d\\* #<!-- -->#<!-- --> e \\| \\~f\\~ \\$g\\$ \\\\](<https://doi.org/10.5555/a%3Eb(c)%20d>): @<!-- -->bob #<!-- -->2\n",
  ]);
});

test("a long list is cut, and says by how much; the whole fits a pull request", () => {
  const items = Array.from({ length: 500 }, (_, at) => ({
    what: `Work ${at}`,
    details: Array.from({ length: 40 }, (_unused, part) => `detail ${part}`),
  }));
  const news = Object.fromEntries(Object.keys(NONE).map((name) => [name, items]));
  const report = formatNews({ ...NONE, ...news }, []);
  expect(report).toContain("\n- and 440 more\n");
  expect(report).toContain("detail 5; and 34 more\n");
  const long = items.map(({ what, details }) => ({ what: what.repeat(90), details }));
  const cut = formatNews({ ...NONE, added: long, changed: long }, []);
  expect(cut).toMatch(/\nThe rest does not fit here; `cv sync --json` has it\.\n$/);
  expect(Math.max(report.length, cut.length)).toBeLessThan(65_536);
});

test("without edits, what was left out and who did not answer brings up no old news", () => {
  const item = { what: "it has no title", details: ["a"] };
  const old = { ...NONE, dead: [item], leftOut: [item], otherwise: [item] };
  expect(formatNews(old, ["away"]).match(/^## .*/gm)).toEqual(["## Addresses that lead nowhere"]);
  expect(formatNews({ ...old, changed: [item] }, ["away"]).match(/^## .*/gm)).toEqual([
    "## Not answered",
    "## Completed",
    "## Addresses that lead nowhere",
    "## Not taken, and why",
    "## Sources say otherwise; the record stays",
  ]);
});
