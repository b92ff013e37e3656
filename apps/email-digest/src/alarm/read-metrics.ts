import { sql } from "kysely";
import { countReports } from "../bounce/count-reports.ts";
import { countWorkers } from "../delivery/count-workers.ts";
import { countSubscribers } from "../subscribers/subscriber.ts";
import type { Watched } from "./alarm.ts";
import { ALARMS } from "./alarms.ts";
import { findAlarms } from "./find-alarms.ts";
import type { Metric } from "./format-metrics.ts";

const counted = (label: string, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value }));

async function countDeliveries({ db }: Watched): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .groupBy("state")
    .select(["state", sql<number>`count(*)`.as("count")])
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What is watched from outside: counts, and how often each kind of alarm holds now. */
export async function readMetrics(watched: Watched): Promise<Metric[]> {
  const { db } = watched;
  const alarms = await findAlarms(watched);
  const raised = ALARMS.map(({ kind }) => ({
    labels: { kind },
    value: alarms.filter((alarm) => alarm.kind === kind).length,
  }));
  return [
    { name: "alarms", meaning: "What the owner must look at.", values: raised },
    {
      name: "workers",
      meaning: "Processes that send.",
      values: [{ labels: {}, value: await countWorkers(db) }],
    },
    {
      name: "subscribers",
      meaning: "Subscriptions by status.",
      values: counted("status", await countSubscribers(db)),
    },
    {
      name: "deliveries",
      meaning: "Rows of the ledger by state.",
      values: counted("state", await countDeliveries(watched)),
    },
    {
      name: "reports",
      meaning: "Reports of mail servers by kind.",
      values: counted("kind", await countReports(db)),
    },
  ];
}
