import { expect, test } from "vitest";
import { checkAudit, checkLatency, checkGrowth, checkLargeList, checkPage } from "./budget.ts";
import type { AuditedPage } from "./lighthouse.ts";
import type { PageWeight } from "./page-weight.ts";

const good: PageWeight = {
  requests: 3,
  total: 50_000,
  script: 0,
  style: 5000,
  framework: 0,
  preloadedFonts: 1,
  preloadedFontBytes: 38_000,
  thirdParty: 0,
};
const unsealed: PageWeight = { ...good, total: 180_000, script: 115_000, framework: 115_000 };

test("a page within its budgets crosses none", () => {
  expect(checkPage({ path: "/", sealed: good, unsealed })).toEqual([]);
});

test.each<[string, Partial<PageWeight>]>([
  ["framework", { framework: 1 }],
  ["script", { script: 1001 }],
  ["first view", { total: 60_001 }],
  ["CSS", { style: 6001 }],
  ["preloaded fonts", { preloadedFonts: 3 }],
  ["preloaded font", { preloadedFontBytes: 40_001 }],
  ["requests", { requests: 7 }],
  ["to others", { thirdParty: 1 }],
])("each budget is watched: %s", (word, change) => {
  const crossed = checkPage({
    path: "/",
    sealed: { ...good, ...change },
    unsealed: { ...unsealed, total: 1_000_000 },
  });
  expect(crossed).toHaveLength(1);
  expect(crossed[0]).toContain(word);
});

test("the list may be larger than other pages, and every page a third of the default build", () => {
  expect(
    checkPage({
      path: "/publications/",
      sealed: { ...good, total: 70_000, script: 3000 },
      unsealed: { ...unsealed, total: 210_000 },
    }),
  ).toEqual([]);
  expect(
    checkPage({ path: "/cv/", sealed: good, unsealed: { ...unsealed, total: 149_999 } }),
  ).toHaveLength(1);
});

test("growth is a ratio", () => {
  expect(checkGrowth(10, 25)).toEqual([]);
  expect(checkGrowth(10, 25.1)).toHaveLength(1);
});

test("a long list has its own limit", () => {
  expect(checkLargeList(160_000)).toEqual([]);
  expect(checkLargeList(160_001)).toHaveLength(1);
});

const audited: AuditedPage = {
  path: "/",
  runs: 5,
  scores: { performance: 100, accessibility: 100, "best-practices": 100, seo: 100 },
  firstPaint: 900,
  failed: [],
  largestPaint: 1400,
  blocking: 0,
  shift: 0.01,
};

test("Lighthouse's figures have budgets of their own", () => {
  expect(checkAudit(audited, audited)).toEqual({ crossed: [], undecided: [] });
  const bad = {
    ...audited,
    scores: { ...audited.scores, seo: 92, performance: 99 },
    failed: ["canonical"],
    largestPaint: 1401,
    blocking: 1,
    shift: 0.011,
  };
  expect(checkAudit(bad, audited)).toEqual({
    crossed: [
      "/: seo 92 of 100 (canonical)",
      "/: layout shift 0.011; at most 0.01",
      "/: performance 99 of 100; one sentence 100",
      "/: largest paint after 1401 ms; at most 1400; one sentence 1400",
      "/: blocked for 1 ms; 0 allowed; one sentence 0",
    ],
    undecided: [],
  });
});

test("a budget of time that a page of one sentence crosses too is undecided, each by itself; the others are not", () => {
  const bad = {
    ...audited,
    scores: { ...audited.scores, seo: 92 },
    largestPaint: 1500,
    blocking: 40,
  };
  const { crossed, undecided } = checkAudit(bad, { ...audited, blocking: 30 });
  expect(undecided).toEqual(["/: blocked for 40 ms; 0 allowed; one sentence 30"]);
  expect(crossed).toHaveLength(2);
});

test("the search has a budget", () => {
  const search = { works: 5000, throttle: 4, samples: [], worst: 90, focus: 40 };
  expect(checkLatency({ ...search, median: 50 })).toEqual([]);
  expect(checkLatency({ ...search, median: 51 })).toHaveLength(1);
});
