import { afterAll, beforeAll, expect, test } from "vitest";
import { REFUSALS } from "../smtp/refusals.ts";
import { playReply } from "../testing/play-reply.ts";
import { openScriptedServer, type ScriptedServer } from "../testing/scripted-server.ts";
import { openTestDatabase } from "../testing/test-database.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let server: ScriptedServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await openScriptedServer();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

// All of them: npm run prove -- provider.
test.each(REFUSALS.flatMap(({ about, replies: [line = ""] }) => ({ about, line })))(
  "$about: everybody gets the edition once after $line",
  async (rule) => {
    expect((await playReply(database, server, rule)).against).toEqual([]);
  },
);
