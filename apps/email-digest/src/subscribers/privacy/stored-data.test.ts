import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openJobs } from "../../database/jobs.ts";
import { openTestDatabase } from "../../testing/test-database.ts";
import { STORED_DATA, TOOL_TABLES } from "./stored-data.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let stored: { schema: string; table: string; column: string }[];

beforeAll(async () => {
  database = await openTestDatabase();
  const jobs = await openJobs(database, { isWorker: false, onError: () => undefined });
  await jobs.stop();
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    SELECT table_schema AS schema, table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, ordinal_position`.execute(
    database.db,
  );
  stored = rows;
});
afterAll(() => database.close());

const isTool = ({ schema, table }: { schema: string; table: string }) =>
  TOOL_TABLES.some((tool) => tool.schema === schema && tool.name.test(table));

test("every table and column of the real database is named, and nothing that is not there", () => {
  const real = stored
    .filter((place) => !isTool(place))
    .map(({ table, column }) => `${table}.${column}`);
  const told = STORED_DATA.flatMap(({ table, columns }) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(told.toSorted()).toEqual(real.toSorted());
  for (const tool of TOOL_TABLES)
    expect(
      stored.some(({ schema, table }) => tool.schema === schema && tool.name.test(table)),
      tool.purpose,
    ).toBe(true);
});

describe("addresses", () => {
  test("stand in the columns that say so, and in no column of the queue", () => {
    const withAddress = STORED_DATA.flatMap(({ table, columns }) =>
      Object.hasOwn(columns, "address") ? [table] : [],
    );
    expect(withAddress).toEqual(["subscribers", "sign_ups"]);
    expect(
      stored.filter(({ schema, column }) => schema === "jobs" && column.includes("address")),
    ).toEqual([]);
  });

  test("are in no statistics of the planner, which would outlive an erasure", async () => {
    const { rows } = await sql<{ name: string; target: number | null }>`
      SELECT c.relname || '.' || a.attname AS name, a.attstattarget AS target FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE (c.relname, a.attname) IN (('subscribers', 'address'), ('sign_ups', 'address'), ('subscribers_folded', 'lower')) ORDER BY 1`.execute(
      database.db,
    );
    expect(rows.map(({ target }) => target)).toEqual([0, 0, 0]);
  });
});
