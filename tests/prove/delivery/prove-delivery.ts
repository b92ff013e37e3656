import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { runKills } from "../../digest/kill-run.ts";
import { ROOT, STATE } from "../../support/places.ts";
import { writeDeliveryReport } from "./delivery-report.ts";

const REPORT = join(ROOT, "docs", "proofs", "delivery.md");
const [RECIPIENTS, KILLS, WORKERS] = [4_000, 200, 4];

/**
 * Runs the long form of the kill test, writes the report, and returns what spoke against the
 * promise.
 */
export async function proveDelivery({ seed }: { seed: number }): Promise<string[]> {
  const load = loadavg()[0] ?? 0;
  const run = await runKills({
    folder: join(STATE, "prove", "delivery"),
    recipients: RECIPIENTS,
    kills: KILLS,
    workers: WORKERS,
    seed,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const conditions = {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    load,
    node: process.versions.node,
    postgres: run.postgres,
    recipients: RECIPIENTS,
    workers: WORKERS,
    seed,
  };
  await mkdir(join(ROOT, "docs", "proofs"), { recursive: true });
  await writeFile(REPORT, writeDeliveryReport(conditions, run));
  process.stderr.write(`wrote ${REPORT}\n`);
  return run.faults;
}
