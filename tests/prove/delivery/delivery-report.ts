import type { KillRun } from "../../digest/kill-run.ts";

export interface Conditions {
  date: string;
  cores: number;
  /** Load average of the last minute when the run began. */
  load: number;
  node: string;
  postgres: string;
  recipients: number;
  workers: number;
  seed: number;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The proof as Markdown; every number in it was counted in the run. */
export function writeDeliveryReport(conditions: Conditions, run: KillRun): string {
  const { date, cores, load, node, postgres, recipients, workers, seed } = conditions;
  const kills = sum(run.killed);
  return `# Delivery under SIGKILL

Written by \`npm run prove -- delivery --seed ${seed}\` on ${date}: ${cores} cores, load ${load.toFixed(1)} at the start, Node ${node}, PostgreSQL ${postgres}
(embedded). ${recipients} recipients, ${workers} worker processes, ${kills} kills, ${run.seconds.toFixed(0)} s, one run.

## What was held against what

An SMTP server that knows nothing of the service counts every message that arrives whole, by Message-ID. It takes 5 to 35 ms to answer and treats
every sixth recipient badly: refuses for the time being or for ever, before or after the message, and drops the line after the last dot, with or
without keeping the message. While it does so, processes are killed at random moments:

${table(
  ["killed", "times"],
  Object.entries(run.killed).map(([victim, count]) => [victim, String(count)]),
)}

A session is one process of the database server, at whose death the server ends all others and recovers. Nothing but the workers starts a killed
server again. At ${run.killsUnderWay} of ${kills} kills mails were still to be sent.

## What was seen

After each kill, and at the end, the states of the ledger were added up: planned + sending + accepted + failed + unknown = ${recipients},
${kills + 1} times.

${table(
  ["state at the end", "recipients", "arrived"],
  [
    [
      "accepted",
      String(run.states.accepted ?? 0),
      run.faults.length === 0 ? "each once" : "see below",
    ],
    ["failed", String(run.states.failed ?? 0), run.faults.length === 0 ? "none" : "see below"],
    [
      "unknown",
      String(run.states.unknown ?? 0),
      `${run.unknownArrived} once, ${run.unknownLost} not`,
    ],
  ],
)}

${
  run.faults.length === 0
    ? "No message arrived twice. Whoever got nothing is marked failed or unknown. Nothing arrived that the ledger does not know."
    : run.faults.map((fault) => `- **${fault}**`).join("\n")
}

What is unknown is the window between the first byte of a message and the note of its reply: ${run.unknownDropped} times the mail server dropped the line there
on purpose, ${(run.states.unknown ?? 0) - run.unknownDropped} times a kill fell into it. Nobody can close it without the receiver's help; it is reported, and nothing in it is sent again unless
somebody says so.

## What this does not show

Power loss, a disk that lies about its writes, and a mail server that takes a message and loses it later. The rules by which the run is judged stand in
\`tests/digest/judge-delivery.ts\`; \`npm test\` does the same with 20 kills.
`;
}
