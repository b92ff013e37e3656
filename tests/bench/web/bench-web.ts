import { loadCv } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../../support/places.ts";
import { checkGrowth, checkLargeList, checkPage, type WeighedPage } from "./budget.ts";
import { growRecord } from "./grow-record.ts";
import { measureBuild, type MeasuredBuild, renderPdfs } from "./measured-build.ts";
import { weighPage } from "./page-weight.ts";
import { type Report, writeReport } from "./report.ts";

const REPORT = join(ROOT, "docs", "benchmarks", "web.md");

const say = (text: string) => process.stderr.write(`${text}\n`);

/** One page of each template that the site has; a work stands for all works. */
function templatePaths(cv: Cv, site: string): string[] {
  const [work] = cv.publications;
  const works = work === undefined ? [] : [`/publications/${work.id}/`];
  const paths = ["/", "/publications/", ...works, "/co-authors/", "/cv/", "/talks/", "/digest/"];
  return paths.filter((path) => existsSync(join(site, path, "index.html")));
}

async function weighPages(cv: Cv, { sealed, exported }: MeasuredBuild): Promise<WeighedPage[]> {
  const pages: WeighedPage[] = [];
  for (const path of templatePaths(cv, sealed)) pages.push({ path, sealed: await weighPage(sealed, path), unsealed: await weighPage(exported, path) });
  return pages;
}

/** Builds of growing records; one that fails is a crossed budget and not the end of the bench. */
async function measureBuilds(cv: Cv, counts: readonly number[]): Promise<{ builds: MeasuredBuild[]; failures: string[] }> {
  const [builds, failures]: [MeasuredBuild[], string[]] = [[], []];
  const pdfs = await renderPdfs(cv);
  for (const count of counts) {
    say(`building ${count} publications`);
    const built = await measureBuild(growRecord(cv, count), pdfs).catch((error: unknown) => String(error));
    if (typeof built === "string") failures.push(built);
    else {
      builds.push(built);
      say(`  ${built.seconds.toFixed(1)} s, peak ${(built.peakBytes / 1e6).toFixed(0)} MB`);
    }
  }
  return { builds, failures };
}

/** Measures the site of the record, writes the report, and returns the budgets that were crossed. */
export async function benchWeb({ quick }: { quick: boolean }): Promise<string[]> {
  const loaded = await loadCv(join(ROOT, "packages/data/content"));
  if (loaded.kind === "faulty") return [`the record has ${loaded.faults.length} faults; npm run cv -- check shows them`];
  const { cv } = loaded;
  const conditions: Report["conditions"] = {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
    quick,
  };
  const count = cv.publications.length;
  const { builds, failures } = await measureBuilds(cv, quick ? [count, 10 * count] : [count, 10 * count, 100 * count]);
  const [small, large] = builds;
  const pages = small === undefined ? [] : await weighPages(cv, small);
  const grown =
    small !== undefined && large?.works === 10 * small.works
      ? [...checkGrowth(small.seconds, large.seconds), ...checkLargeList((await weighPage(large.sealed, "/publications/")).total)]
      : [];
  const crossed = [...failures, ...pages.flatMap(checkPage), ...grown];
  await mkdir(join(ROOT, "docs", "benchmarks"), { recursive: true });
  await writeFile(REPORT, writeReport({ conditions, pages, builds, crossed }));
  say(`wrote ${REPORT}`);
  return crossed;
}
