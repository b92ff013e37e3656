import process from "node:process";
import { REFUSALS } from "../smtp/refusals.ts";
import { type PlayedReply, playReply } from "./play-reply.ts";
import { openScriptedServer } from "./scripted-server.ts";
import { teardown } from "./stop-database.ts";
import { openTestDatabase } from "./test-database.ts";

/** Plays every reply of the table, one after the other; the run is a program of its own. */
const [database, server] = [await openTestDatabase(), await openScriptedServer()];
try {
  const played: PlayedReply[] = [];
  for (const { about, replies } of REFUSALS)
    for (const line of replies) played.push(await playReply(database, server, { about, line }));
  process.stdout.write(`${JSON.stringify(played)}\n`);
} finally {
  await server.close();
  await database.close();
  await teardown();
}
