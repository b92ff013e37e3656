import { sql } from "kysely";
import type { Db } from "../database/open-database.ts";
import type { ReportKind } from "../database/report-schema.ts";

/** How many reports of each kind there are. */
export async function countReports(db: Db): Promise<Partial<Record<ReportKind, number>>> {
  const rows = await db
    .selectFrom("reports")
    .select(["kind", sql<number>`count(*)`.as("count")])
    .groupBy("kind")
    .orderBy("kind")
    .execute();
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
