import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { launchBrowser } from "../../support/chromium.ts";
import { STATE } from "../../support/places.ts";
import { serveSite } from "../../support/site-server.ts";
import { median } from "../median.ts";

const run = promisify(execFile);

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/**
 * One page as Lighthouse sees it with its own settings for a phone: the median of several runs,
 * each figure by itself.
 */
export interface AuditedPage {
  path: string;
  runs: number;
  /** 0 to 100. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Milliseconds, simulated. */
  firstPaint: number;
  largestPaint: number;
  blocking: number;
  shift: number;
  /** Audits of a category other than performance that did not pass. */
  failed: string[];
}

/** What is read of Lighthouse's report. */
interface LighthouseReport {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number }>;
}

/**
 * Installed where the bench asks for it, from the manifest beside this file: no test needs its 170
 * MB.
 */
async function installLighthouse(): Promise<string> {
  const folder = join(STATE, "bench", "lighthouse");
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, "lighthouse"), folder, { recursive: true });
  await run("pnpm", ["install", "--frozen-lockfile", "--ignore-workspace", "--ignore-scripts"], {
    cwd: folder,
  });
  return join(folder, "node_modules", "lighthouse", "cli", "index.js");
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

function summarize(path: string, reports: readonly LighthouseReport[]): AuditedPage {
  const score = (category: string) =>
    Math.round(100 * median(reports.map(({ categories }) => categories[category]?.score ?? 0)));
  const figure = (audit: string) =>
    median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  const failed = reports.flatMap(({ categories, audits }) =>
    CATEGORIES.slice(1).flatMap((category) =>
      (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) =>
        weight > 0 && (audits[id]?.score ?? 1) < 1 ? [id] : [],
      ),
    ),
  );
  return {
    path,
    runs: reports.length,
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
    firstPaint: figure("first-contentful-paint"),
    largestPaint: figure("largest-contentful-paint"),
    blocking: figure("total-blocking-time"),
    shift: figure("cumulative-layout-shift"),
    failed: [...new Set(failed)],
  };
}

/** Lighthouse loses a trace now and then; what it says of the page is then worth nothing. */
const ATTEMPTS = 4;

async function audit(cli: string, url: string, port: number): Promise<LighthouseReport> {
  const options = [
    `--port=${port}`,
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
    `--only-categories=${CATEGORIES.join(",")}`,
  ];
  let reason = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { stdout } = await run(process.execPath, [cli, url, ...options], {
      maxBuffer: 1e9,
    }).catch((error: unknown) => {
      reason =
        String(error)
          .split("\n")
          .find((line) => line.startsWith("Runtime error")) ?? "Lighthouse ended with an error";
      return { stdout: "" };
    });
    if (stdout === "") continue;
    const report: LighthouseReport = JSON.parse(stdout);
    if (report.runtimeError === undefined) return report;
    reason = report.runtimeError.message;
  }
  throw new Error(`Lighthouse on ${url}: ${reason}`);
}

/**
 * A page with nothing to load and nothing to lay out. What it falls short of is the machine's
 * doing.
 */
const CONTROL = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="One sentence and nothing else.">
<title>One sentence</title>
<main><h1>One sentence and nothing else.</h1></main>
</html>
`;

/** What Lighthouse found in one run of the bench. */
export interface Audits {
  /** The page of one sentence. */
  control: AuditedPage;
  pages: AuditedPage[];
}

interface AuditOptions {
  /** How often each page is asked about. */
  runs: number;
  say: (text: string) => void;
}

/**
 * Asks Lighthouse about pages of a site folder, handed out as a static host would, and about a page
 * of one sentence beside them.
 */
export async function auditPages(
  site: string,
  paths: readonly string[],
  { runs, say }: AuditOptions,
): Promise<Audits> {
  const cli = await installLighthouse();
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "triptych-control-"));
  await writeFile(join(folder, "index.html"), CONTROL);
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const [server, control] = [await serveSite(site), await serveSite(folder)];
  const auditPage = async (address: string, path: string): Promise<AuditedPage> => {
    const reports: LighthouseReport[] = [];
    while (reports.length < runs) reports.push(await audit(cli, address + path, port));
    const page = summarize(path, reports);
    say(
      `  ${path} ${Object.values(page.scores).join("/")} largest paint ${page.largestPaint.toFixed(0)} ms, blocking ${page.blocking.toFixed(0)} ms`,
    );
    return page;
  };
  try {
    say("  a page of one sentence first");
    const found: Audits = { control: await auditPage(control.url, "/"), pages: [] };
    for (const path of paths) found.pages.push(await auditPage(server.url, path));
    return found;
  } finally {
    await browser.close();
    await Promise.all([server.close(), control.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}
