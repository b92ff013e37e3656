import { sql } from "kysely";
import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../open-database.ts";
import { throughOutage } from "./through-outage.ts";

const FOLDER = resolve(import.meta.dirname, "../../../../../.triptych/tests/healing");
const opened: Awaited<ReturnType<typeof openDatabase>>[] = [];
afterAll(async () => {
  for (const database of opened) await database.close();
  // Processes of the server that was killed may still write for a moment.
  await rm(FOLDER, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

test("an embedded server that is killed is started again by whoever needs it, and has forgotten nothing", async () => {
  await rm(FOLDER, { recursive: true, force: true });
  const [one, other] = [
    await openDatabase(undefined, FOLDER),
    await openDatabase(undefined, FOLDER),
  ];
  opened.push(one, other);
  await sql`INSERT INTO rates (route, tokens, filled_at) VALUES ('kept', 1, now())`.execute(one.db);
  const { rows } = await sql<{ data_directory: string }>`SHOW data_directory`.execute(one.db);
  const pid = Number(
    (await readFile(join(rows[0]?.data_directory ?? "", "postmaster.pid"), "utf8")).split("\n")[0],
  );
  process.kill(pid, "SIGKILL");
  const count = (database: typeof one) =>
    throughOutage(
      () =>
        database.db
          .selectFrom("rates")
          .select("route")
          .where("route", "=", "kept")
          .executeTakeFirst(),
      AbortSignal.timeout(30_000),
    );
  expect(await Promise.all([count(one), count(other)])).toEqual([
    { route: "kept" },
    { route: "kept" },
  ]);
});
