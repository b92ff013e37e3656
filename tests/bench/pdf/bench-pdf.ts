import { loadCv } from "@triptych/data";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { countPages } from "../../support/pdf-text.ts";
import { ROOT, STATE } from "../../support/places.ts";
import { median } from "../median.ts";
import { growRecord } from "../web/grow-record.ts";
import { checkGoals } from "./goals.ts";
import { runCold, type Spent, startWarm } from "./measured-process.ts";
import { drawCharts, type Measured, type Size, writePdfReport } from "./pdf-report.ts";
import {
  findLatex,
  installTypst,
  type Prepared,
  prepareRenderers,
  type Renderer,
} from "./renderers.ts";

const REPORTS = join(ROOT, "docs", "benchmarks");

/**
 * How often each size is measured; the first warm renderings are not counted, since the engine
 * still compiles.
 */
const PLANS = [
  { works: 61, cold: 5, warm: 15, unmeasured: 5 },
  { works: 610, cold: 3, warm: 5, unmeasured: 2 },
  { works: 6100, cold: 1, warm: 1, unmeasured: 1 },
] as const;
const QUICK_PLANS = [
  { works: 61, cold: 3, warm: 5, unmeasured: 3 },
  { works: 610, cold: 1, warm: 2, unmeasured: 1 },
] as const;

type Plan = (typeof PLANS | typeof QUICK_PLANS)[number];

const say = (text: string) => process.stderr.write(`${text}\n`);

/**
 * Every renderer once, again and again: other work on the machine comes and goes, and meets all of
 * them.
 */
async function inTurns<T>(
  renderers: readonly Renderer[],
  turns: number,
  measure: (renderer: Renderer) => Promise<T>,
): Promise<Map<Renderer, T[]>> {
  const results = new Map<Renderer, T[]>(renderers.map((renderer) => [renderer, []]));
  for (let turn = 0; turn < turns; turn += 1)
    for (const [renderer, list] of results) list.push(await measure(renderer));
  return results;
}

async function measureCold({ cold, passes }: Renderer) {
  let [seconds, peakBytes] = [0, 0];
  for (let pass = 0; pass < passes; pass += 1) {
    const ran = await runCold(cold);
    seconds += ran.seconds;
    peakBytes = Math.max(peakBytes, ran.peakBytes);
  }
  return { seconds, peakBytes };
}

type Warm = "anew" | "edited";

/** Every warm process in turns, with a word changed before each of them. */
async function measureWarm(
  { renderers, edit }: Prepared,
  { warm, unmeasured }: Plan,
): Promise<(renderer: Renderer, how: Warm) => Spent | undefined> {
  const running = renderers.flatMap((renderer) => {
    const { warm: commands } = renderer;
    if (commands === undefined) return [];
    return (["anew", "edited"] as const).map((how) => ({
      renderer,
      how,
      worker: startWarm(commands[how]),
      runs: [] as Spent[],
    }));
  });
  try {
    for (let turn = 0; turn < unmeasured + warm; turn += 1) {
      await edit(turn);
      for (const { worker, runs } of running) {
        const spent = await worker.render();
        if (turn >= unmeasured) runs.push(spent);
      }
    }
  } finally {
    for (const { worker } of running) worker.stop();
  }
  return (renderer, how) => {
    const runs = running.find((one) => one.renderer === renderer && one.how === how)?.runs;
    return runs === undefined
      ? undefined
      : {
          seconds: median(runs.map(({ seconds }) => seconds)),
          cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
        };
  };
}

async function measureSize(prepared: Prepared, plan: Plan): Promise<Size> {
  const { renderers } = prepared;
  const cold = await inTurns(renderers, plan.cold, measureCold);
  const warm = await measureWarm(prepared, plan);
  const measured = renderers.map(async (renderer): Promise<Measured> => {
    const colds = cold.get(renderer) ?? [];
    const pdf = await readFile(renderer.out);
    return {
      name: renderer.name,
      pages: countPages(pdf),
      bytes: pdf.length,
      coldSeconds: median(colds.map(({ seconds }) => seconds)),
      peakBytes: median(colds.map(({ peakBytes }) => peakBytes)),
      anew: warm(renderer, "anew"),
      edited: warm(renderer, "edited"),
    };
  });
  return {
    works: plan.works,
    coldRuns: plan.cold,
    warmRuns: plan.warm,
    measured: await Promise.all(measured),
  };
}

/**
 * Measures our renderer against others on the same content, writes the report, and returns the
 * goals that were missed.
 */
export async function benchPdf({ quick }: { quick: boolean }): Promise<string[]> {
  const loaded = await loadCv(join(ROOT, "packages/data/content"));
  if (loaded.kind === "faulty")
    return [`the record has ${loaded.faults.length} faults; npm run cv -- check shows them`];
  const conditions = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    load: loadavg()[0] ?? 0,
    cores: availableParallelism(),
    node: process.versions.node,
    latex: await findLatex(),
    quick,
  };
  const typst = await installTypst();
  const sizes: Size[] = [];
  for (const plan of quick ? QUICK_PLANS : PLANS) {
    say(`${plan.works} publications`);
    const folder = join(STATE, "bench", "pdf", String(plan.works));
    const prepared = await prepareRenderers(
      growRecord(loaded.cv, plan.works),
      folder,
      typst,
      conditions.latex !== undefined,
    );
    const size = await measureSize(prepared, plan);
    sizes.push(size);
    for (const { name, coldSeconds, peakBytes, anew, edited } of size.measured)
      say(
        `  ${name}: cold ${coldSeconds.toFixed(2)} s, peak ${Math.round(peakBytes / 2 ** 20)} MiB, all anew ${anew?.seconds.toFixed(3) ?? "-"} s, edited ${edited?.seconds.toFixed(3) ?? "-"} s`,
      );
  }
  const goals = checkGoals(sizes);
  await mkdir(REPORTS, { recursive: true });
  for (const [name, svg] of Object.entries(drawCharts(sizes)))
    await writeFile(join(REPORTS, name), svg);
  await writeFile(join(REPORTS, "pdf.md"), writePdfReport({ conditions, sizes, goals }));
  say(`wrote ${join(REPORTS, "pdf.md")}`);
  return goals.filter(({ isKept }) => !isKept).map(({ goal, found }) => `${goal}: ${found}`);
}
