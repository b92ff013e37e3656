import { randomInt } from "node:crypto";
import { Client, type PoolConfig } from "pg";
import type { Db } from "../database/open-database.ts";
import { type Claim, claimDelivery, parkOrphans, settleDelivery, WORKER_LOCKS } from "./ledger.ts";
import type { SendOutcome } from "./smtp-outcome.ts";

/** A process that may send: its lock lives as long as its connection, so everybody can tell whether it does. */
export interface Sender {
  key: number;
  close(): Promise<void>;
}

/** Takes the advisory lock of a new worker key on a connection of its own. */
export async function openSender(connection: PoolConfig): Promise<Sender> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  for (;;) {
    const key = randomInt(1, 2 ** 31);
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS taken", [WORKER_LOCKS, key]);
    if (rows[0]?.taken === true) return { key, close: () => client.end() };
  }
}

export interface SendDueOptions {
  db: Db;
  sender: Sender;
  /** Hands one mail over and tells what became of it; never throws for what a server says. */
  send: (claim: Claim) => Promise<SendOutcome>;
  now: () => Date;
  /** Mails under way at the same time. */
  parallel: number;
  signal: AbortSignal;
}

/** Sends everything that is due. A stop lets mails under way finish: a message whose last line is out is never cut off. */
export async function sendDue({ db, sender, send, now, parallel, signal }: SendDueOptions): Promise<number> {
  await parkOrphans(db, now());
  let sent = 0;
  const lane = async () => {
    while (!signal.aborted) {
      const claim = await claimDelivery(db, sender.key, now());
      if (claim === undefined) return;
      if (claim === "left-out") continue;
      await settleDelivery(db, claim, sender.key, await send(claim), now());
      sent += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return sent;
}
