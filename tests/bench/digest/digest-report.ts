import { drawBarChart } from "../bar-chart.ts";
import { writeTable } from "../web/report.ts";

export interface Conditions {
  date: string;
  cores: number;
  /** Load average of the last minute when the run began. */
  load: number;
  node: string;
  quick: boolean;
  /** Connections to the mail server a process. */
  connections: number;
  /** Bytes of one mail as it arrives. */
  mailBytes: number;
}

/** Mails a second of one way of sending, under one delay of the mail server. */
export interface Throughput {
  answerAfter: number;
  mails: number;
  /** Times that each was measured; the rates are medians. */
  turns: number;
  bare: number;
  one: number;
  two: number;
  /**
   * Processor milliseconds a mail: of the bare pool, of one worker, and of the database that the
   * worker uses.
   */
  cpu: { bare: number; worker: number; database: number };
}

export interface Growth {
  recipients: number;
  rate: number;
  peakBytes: number;
  planMilliseconds: number;
  planBytes: number;
}

export interface DigestReport {
  conditions: Conditions;
  throughput: Throughput[];
  growth: Growth[];
  crossed: string[];
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;

const serverOf = (answerAfter: number) =>
  answerAfter === 0 ? "answers at once" : `takes ${answerAfter} ms to answer`;

/** The pictures of the report, by the names of their files. */
export function drawDigestCharts({
  throughput,
  growth,
}: Pick<DigestReport, "throughput" | "growth">): Record<string, string> {
  return {
    "digest-throughput.svg": drawBarChart({
      title: "Throughput",
      measure: "mails a second, by the mail server",
      series: ["one worker", "two workers", "bare pool"],
      rows: throughput.map(({ answerAfter, one, two, bare }) => ({
        label: serverOf(answerAfter),
        values: [one, two, bare],
      })),
      format: (value) => value.toFixed(0),
    }),
    "digest-memory.svg": drawBarChart({
      title: "Memory of a worker",
      measure: "peak resident MB, by recipients",
      series: ["one worker"],
      rows: growth.map(({ recipients, peakBytes }) => ({
        label: String(recipients),
        values: [peakBytes],
      })),
      format: megabytes,
    }),
  };
}

function writeThroughput({ answerAfter, mails, turns, bare, one, two, cpu }: Throughput): string {
  return `### A mail server that ${serverOf(answerAfter)}

${mails} mails each, ${turns === 1 ? "once" : `the median of ${turns} turns`}. One worker reaches ${percent(one, bare)} of the bare pool, two reach ${percent(two, bare)}.
Mails a second: bare pool ${bare.toFixed(0)}, one worker ${one.toFixed(0)}, two workers ${two.toFixed(0)}.

Processor time a mail: bare pool ${cpu.bare.toFixed(2)} ms, one worker ${cpu.worker.toFixed(2)} ms and its database ${cpu.database.toFixed(2)} ms.`;
}

/** The report as Markdown; every number in it was measured in the run. */
export function writeDigestReport({
  conditions,
  throughput,
  growth,
  crossed,
}: DigestReport): string {
  const { date, cores, load, node, quick, connections, mailBytes } = conditions;
  // Rates that were measured one after another cannot be compared where other work takes a changing
  // part of the machine.
  const caution =
    load > cores
      ? " The machine was busy with other work, so the rates of this run say little; the processor times say more."
      : "";
  return `# The digest, measured

Written by \`npm run bench -- digest${quick ? " --quick" : ""}\` on ${date}: ${cores} cores, load ${load.toFixed(1)} at the start, Node ${node}, one run.
Times depend on the machine and its load; read the ratios.${caution}

## Throughput

The bare pool is nodemailer's own, in a loop over the same mails (${(mailBytes / 1000).toFixed(1)} kB) to the same mail server, without ledger, limits or database. It
composes every mail anew, as such a loop does; the service encodes an edition once, which is what lets it keep up although it writes its ledger to disk twice
for each mail, before it leaves and after. Every process has ${connections} connections. Sender, mail server and
database share the cores, so a second worker gains only what the first leaves idle.

![Mails a second](digest-throughput.svg)

${throughput.map(writeThroughput).join("\n\n")}

## Size of the list

One worker, the mail server that answers at once. Memory is the peak of the worker's resident memory; planning is one statement in the database, and its
growth is that of the process that asks for it.

![Peak memory of a worker in MB](digest-memory.svg)

${writeTable(
  ["recipients", "mails a second", "worker peak MB", "planning ms", "planning growth MB"],
  growth.map(({ recipients, rate, peakBytes, planMilliseconds, planBytes }) => [
    String(recipients),
    rate.toFixed(0),
    megabytes(peakBytes),
    planMilliseconds.toFixed(0),
    (planBytes / 1e6).toFixed(1),
  ]),
)}

## Goals

${crossed.length === 0 ? "All were reached." : crossed.map((line) => `- not reached: ${line}`).join("\n")}
`;
}
