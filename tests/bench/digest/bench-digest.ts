import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ROOT, STATE } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";
import { median } from "../median.ts";
import {
  type Conditions,
  type Growth,
  drawDigestCharts,
  type Throughput,
  writeDigestReport,
} from "./digest-report.ts";
import { type MeasuredService, openService } from "./measured-service.ts";
import { renderSample } from "./sample-mail.ts";
import { startSink } from "./sink.ts";

const FOLDER = join(STATE, "bench", "digest");
const REPORTS = join(ROOT, "docs", "benchmarks");
const REPORT = join(REPORTS, "digest.md");
const PLANNING = join(ROOT, "apps/email-digest/src/testing/measure-planning.ts");
const CONNECTIONS = 5;
/** Part of the bare pool's rate that one worker should reach. */
const GOAL = 0.8;
/**
 * A list ten times as long may take this much more memory. The shortest does not count: its run
 * ends before the process has its working size.
 */
const GROWTH_BYTES = 30e6;

const say = (text: string) => process.stderr.write(`${text}\n`);

/** Returns the processor seconds it took. */
async function runBare(url: string, count: number, mailFile: string): Promise<number> {
  const { code, stdout, stderr } = await runNode(
    [
      ...JSX,
      join(import.meta.dirname, "bare-pool.ts"),
      url,
      String(count),
      String(CONNECTIONS),
      mailFile,
    ],
    {
      cwd: ROOT,
    },
  );
  if (code !== 0) throw new Error(`the bare pool failed: ${stderr}`);
  return Number(stdout);
}

interface Try {
  answerAfter: number;
  mails: number;
  /**
   * Times that all three are measured one after another, since other work on the machine comes and
   * goes.
   */
  turns: number;
}

async function measureThroughput(
  service: MeasuredService,
  mailFile: string,
  { answerAfter, mails, turns }: Try,
): Promise<Throughput & { mailBytes: number }> {
  const sink = await startSink(answerAfter);
  const rates: Record<"bare" | "one" | "two", number[]> = { bare: [], one: [], two: [] };
  const cpu: Record<"bare" | "worker" | "database", number[]> = {
    bare: [],
    worker: [],
    database: [],
  };
  let mailBytes = 0;
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      await sink.reset();
      cpu.bare.push(await runBare(sink.url, mails, mailFile));
      const { span, bytes } = await sink.waitFor(mails);
      rates.bare.push(((mails - 1) * 1_000) / span);
      mailBytes = bytes / mails;
      await sink.reset();
      const one = await service.send(sink, mails, 1);
      rates.one.push(one.rate);
      cpu.worker.push(one.workerCpu);
      cpu.database.push(one.databaseCpu);
      await sink.reset();
      rates.two.push((await service.send(sink, mails, 2)).rate);
      say(`answers after ${answerAfter} ms: ${JSON.stringify(rates)}`);
    }
  } finally {
    sink.close();
  }
  const perMail = (seconds: readonly number[]) => (1_000 * median(seconds)) / mails;
  return {
    answerAfter,
    mails,
    turns,
    bare: median(rates.bare),
    one: median(rates.one),
    two: median(rates.two),
    cpu: { bare: perMail(cpu.bare), worker: perMail(cpu.worker), database: perMail(cpu.database) },
    mailBytes,
  };
}

async function measurePlanning(
  recipients: number,
): Promise<Pick<Growth, "planMilliseconds" | "planBytes">> {
  const { code, stdout, stderr } = await runNode([...JSX, PLANNING, String(recipients)], {
    cwd: ROOT,
  });
  if (code !== 0) throw new Error(`planning failed: ${stderr}`);
  const {
    planned,
    milliseconds,
    grownBytes,
  }: { planned: number; milliseconds: number; grownBytes: number } = JSON.parse(stdout);
  if (planned !== recipients) throw new Error(`${planned} of ${recipients} were planned`);
  return { planMilliseconds: milliseconds, planBytes: grownBytes };
}

async function measureGrowth(
  service: MeasuredService,
  sizes: readonly number[],
): Promise<Growth[]> {
  const sink = await startSink(0);
  try {
    const growth: Growth[] = [];
    for (const recipients of sizes) {
      const planning = await measurePlanning(recipients);
      await sink.reset();
      const sent = await service.send(sink, recipients, 1);
      growth.push({ recipients, ...sent, ...planning });
      say(
        `${recipients} recipients: ${sent.rate.toFixed(0)} mails a second, peak ${(sent.peakBytes / 1e6).toFixed(0)} MB`,
      );
    }
    return growth;
  } finally {
    sink.close();
  }
}

function checkGoals(throughput: readonly Throughput[], growth: readonly Growth[]): string[] {
  const slow = throughput
    .filter(({ bare, one }) => one < GOAL * bare)
    .map(
      ({ answerAfter, bare, one }) =>
        `one worker is at ${((100 * one) / bare).toFixed(0)} % of the bare pool (answers after ${answerAfter} ms), not ${100 * GOAL} %`,
    );
  const [middle, long] = growth.slice(1);
  const grown = (long?.peakBytes ?? 0) - (middle?.peakBytes ?? 0);
  return grown > GROWTH_BYTES
    ? [
        ...slow,
        `memory grows by ${(grown / 1e6).toFixed(0)} MB from ${middle?.recipients} to ${long?.recipients} recipients`,
      ]
    : slow;
}

/**
 * Measures the service against a bare pool, writes the report, and returns the goals that were not
 * reached.
 */
export async function benchDigest({ quick }: { quick: boolean }): Promise<string[]> {
  const base = {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
  };
  const mail = await renderSample(join(FOLDER, "sample"));
  const mailFile = join(FOLDER, "sample", "mail.json");
  await writeFile(mailFile, JSON.stringify(mail));
  const service = await openService(join(FOLDER, "service"), mail, CONNECTIONS);
  try {
    const throughput = [
      await measureThroughput(service, mailFile, {
        answerAfter: 0,
        mails: 4_000,
        turns: quick ? 1 : 3,
      }),
      await measureThroughput(service, mailFile, { answerAfter: 20, mails: 1_000, turns: 1 }),
    ];
    const growth = await measureGrowth(service, quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
    const crossed = checkGoals(throughput, growth);
    const conditions: Conditions = {
      ...base,
      quick,
      connections: CONNECTIONS,
      mailBytes: throughput[0]?.mailBytes ?? 0,
    };
    await mkdir(REPORTS, { recursive: true });
    await writeFile(REPORT, writeDigestReport({ conditions, throughput, growth, crossed }));
    for (const [name, svg] of Object.entries(drawDigestCharts({ throughput, growth })))
      await writeFile(join(REPORTS, name), svg);
    say(`wrote ${REPORT}`);
    return crossed;
  } finally {
    await service.close();
  }
}
