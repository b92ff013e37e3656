import type { Cv } from "@triptych/schema";
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { ROOT, STATE } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";
import { watchMemory } from "./process-memory.ts";

export interface MeasuredBuild {
  works: number;
  seconds: number;
  /** Resident memory of the whole process tree at its highest; 0 where it cannot be read. */
  peakBytes: number;
  /**
   * Folder of the sealed site, and of the export it was made from: the default build of the same
   * pages.
   */
  sealed: string;
  exported: string;
}

/** Limit of the heap of each process of the build, in megabytes. */
const HEAP_LIMIT = 4096;

/** The PDFs that every site needs; made once, from the record as it is. */
export async function renderPdfs(cv: Cv): Promise<string> {
  const folder = join(STATE, "bench", "web", "pdf");
  const record = join(STATE, "bench", "web", "cv.json");
  await mkdir(folder, { recursive: true });
  await writeFile(record, JSON.stringify(cv));
  const env = { TRIPTYCH_RECORD: record };
  const { code, stderr } = await runNode(
    [...JSX, join(ROOT, "apps/pdf/src/main.ts"), "--all", "--out", folder],
    { cwd: ROOT, env },
  );
  if (code !== 0) throw new Error(`the PDF was not made\n${stderr}`);
  return folder;
}

/**
 * Builds the site of a record from nothing and measures it. Its output goes to `build.log` in its
 * folder.
 */
export async function measureBuild(cv: Cv, pdfs: string): Promise<MeasuredBuild> {
  const works = cv.publications.length;
  const state = join(STATE, "bench", "web", String(works));
  await rm(state, { recursive: true, force: true });
  await mkdir(state, { recursive: true });
  await cp(pdfs, join(state, "pdf"), { recursive: true });
  const record = join(state, "cv.json");
  await writeFile(record, JSON.stringify(cv));
  const log = createWriteStream(join(state, "build.log"));
  const since = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "apps/web/src/build/main.ts")], {
    cwd: join(ROOT, "apps/web"),
    env: {
      ...process.env,
      NODE_ENV: undefined,
      TRIPTYCH_DIR: state,
      TRIPTYCH_RECORD: record,
      NODE_OPTIONS: `--max-old-space-size=${HEAP_LIMIT}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const stopWatch = watchMemory(child.pid ?? 0);
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (ended) => done(ended ?? 1));
  }).finally(() => log.end());
  const peakBytes = stopWatch();
  if (code !== 0)
    throw new Error(
      `the build of ${works} publications ended with ${code}; see ${join(state, "build.log")}`,
    );
  return {
    works,
    seconds: (performance.now() - since) / 1000,
    peakBytes,
    sealed: join(state, "site"),
    exported: join(state, "next"),
  };
}
