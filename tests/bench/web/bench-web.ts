import { loadCv } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { composeCoauthors } from "@triptych/view";
import { en } from "@triptych/words";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../../support/places.ts";
import { launchBrowser } from "../../support/chromium.ts";
import {
  checkAudit,
  checkGrowth,
  checkLargeList,
  checkLatency,
  checkPage,
  type WeighedPage,
} from "./budget.ts";
import { type FilterLatency, measureFilterLatency } from "./filter-latency.ts";
import { growRecord } from "./grow-record.ts";
import { auditPages } from "./lighthouse.ts";
import { measureBuild, type MeasuredBuild, renderPdfs } from "./measured-build.ts";
import { weighPage } from "./page-weight.ts";
import { drawCharts, type Report, writeReport } from "./report.ts";

const REPORTS = join(ROOT, "docs", "benchmarks");

const say = (text: string) => process.stderr.write(`${text}\n`);

/**
 * One page of each template that the site has; a work stands for all works, a co-author for all
 * co-authors.
 */
function templatePaths(cv: Cv, site: string): string[] {
  const [work] = cv.publications;
  const [coauthor] = composeCoauthors(cv, en);
  const works = work === undefined ? [] : [`/publications/${work.id}/`];
  const coauthors = coauthor === undefined ? [] : [`/co-authors/${coauthor.id}/`];
  const paths = [
    "/",
    "/publications/",
    ...works,
    "/co-authors/",
    ...coauthors,
    "/cv/",
    "/talks/",
    "/digest/",
    "/colophon/",
  ];
  return paths.filter((path) => existsSync(join(site, path, "index.html")));
}

async function weighPages(cv: Cv, { sealed, exported }: MeasuredBuild): Promise<WeighedPage[]> {
  const pages: WeighedPage[] = [];
  for (const path of templatePaths(cv, sealed))
    pages.push({
      path,
      sealed: await weighPage(sealed, path),
      unsealed: await weighPage(exported, path),
    });
  return pages;
}

/** Builds of growing records; one that fails is a crossed budget and not the end of the bench. */
async function measureBuilds(
  cv: Cv,
  counts: readonly number[],
): Promise<{ builds: MeasuredBuild[]; failures: string[] }> {
  const [builds, failures]: [MeasuredBuild[], string[]] = [[], []];
  const pdfs = await renderPdfs(cv);
  for (const count of counts) {
    say(`building ${count} publications`);
    const built = await measureBuild(growRecord(cv, count), pdfs).catch((error: unknown) =>
      String(error),
    );
    if (typeof built === "string") failures.push(built);
    else {
      builds.push(built);
      say(`  ${built.seconds.toFixed(1)} s, peak ${(built.peakBytes / 1e6).toFixed(0)} MB`);
    }
  }
  return { builds, failures };
}

async function measureSearch(site: string): Promise<FilterLatency> {
  const browser = await launchBrowser();
  try {
    return await measureFilterLatency(browser, { site });
  } finally {
    await browser.close();
  }
}

/**
 * Measures the site of the record, writes the report, and returns the budgets that were crossed.
 */
export async function benchWeb({ quick }: { quick: boolean }): Promise<string[]> {
  const loaded = await loadCv(join(ROOT, "packages/data/content"));
  if (loaded.kind === "faulty")
    return [`the record has ${loaded.faults.length} faults; npm run cv -- check shows them`];
  const { cv } = loaded;
  const conditions: Report["conditions"] = {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
    quick,
  };
  const count = cv.publications.length;
  const { builds, failures } = await measureBuilds(
    cv,
    quick ? [count, 10 * count] : [count, 10 * count, 100 * count],
  );
  const [small, large] = builds;
  const pages = small === undefined ? [] : await weighPages(cv, small);
  const grown =
    small !== undefined && large?.works === 10 * small.works
      ? [
          ...checkGrowth(small.seconds, large.seconds),
          ...checkLargeList((await weighPage(large.sealed, "/publications/")).total),
        ]
      : [];
  say("asking Lighthouse");
  const audits =
    small === undefined
      ? undefined
      : await auditPages(small.sealed, templatePaths(cv, small.sealed), {
          runs: quick ? 1 : 5,
          say,
        });
  say("measuring the search");
  const search = small === undefined ? undefined : await measureSearch(small.sealed);
  const verdicts = audits?.pages.map((page) => checkAudit(page, audits.control)) ?? [];
  const crossed = [
    ...failures,
    ...pages.flatMap(checkPage),
    ...grown,
    ...verdicts.flatMap((verdict) => verdict.crossed),
    ...(search === undefined ? [] : checkLatency(search)),
  ];
  const undecided = verdicts.flatMap((verdict) => verdict.undecided);
  const report = {
    conditions,
    pages,
    builds,
    crossed,
    undecided,
    ...(audits === undefined ? {} : { audits }),
    ...(search === undefined ? {} : { search }),
  };
  await mkdir(REPORTS, { recursive: true });
  for (const [name, svg] of Object.entries(drawCharts(report)))
    await writeFile(join(REPORTS, name), svg);
  await writeFile(join(REPORTS, "web.md"), writeReport(report));
  say(`wrote ${join(REPORTS, "web.md")}`);
  return crossed;
}
