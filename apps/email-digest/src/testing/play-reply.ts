import { createAddresses } from "../addresses/page-addresses.ts";
import { listHolds, resumeEdition } from "../brake/edition-hold.ts";
import { planRefusedAgain } from "../brake/plan-again.ts";
import type { Db, OpenDatabase } from "../database/open-database.ts";
import { createEditionSender } from "../delivery/edition-sender.ts";
import { countDeliveries } from "../delivery/ledger.ts";
import { sendDue } from "../delivery/send-due.ts";
import { takeWorkerLock } from "../delivery/worker-lock.ts";
import { isAboutUs } from "../smtp/judge-refusal.ts";
import { createSmtpMailer } from "../smtp/mailer.ts";
import type { Blame } from "../smtp/refusals.ts";
import { EMPTY_JOURNAL } from "./empty-journal.ts";
import { planEdition } from "./planned-edition.ts";
import type { ScriptedServer } from "./scripted-server.ts";

/** What one reply did to an edition, and what came of it when the server took mail again. */
export interface PlayedReply {
  server: string;
  reply: string;
  about: Blame;
  /** Whether the whole edition waited. */
  isHeld: boolean;
  /** Whether it went on without a word. */
  goesOn: boolean;
  refused: number;
  /** Deliveries that were given up. */
  failed: number;
  /** What speaks against the promise. */
  against: string[];
}

const RECIPIENTS = Array.from({ length: 5 }, (_, at) => `reader${at}@domain${at}.example`);
const SECRET = "a secret for proofs";
const HOUR = 3_600_000;
const policy = { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [HOUR, HOUR] };
/** Enough for all attempts; whatever is planned then is stuck. */
const ROUNDS = 6;

async function countLost(db: Db): Promise<number> {
  const rows = await db
    .selectFrom("subscribers")
    .where("status", "<>", "confirmed")
    .select("id")
    .execute();
  const suppressed = await db.selectFrom("suppressions").select("reason").execute();
  return rows.length + suppressed.length;
}

/** Sends in rounds, an hour apart, until nothing is left to send or all of it waits. */
async function openRounds(database: OpenDatabase, server: ScriptedServer, start: Date) {
  let clock = start;
  const now = () => clock;
  const lock = await takeWorkerLock(database.connection);
  const mailer = createSmtpMailer(server.url, 2);
  const send = createEditionSender(
    {
      db: database.db,
      journal: EMPTY_JOURNAL,
      mailer,
      addresses: createAddresses("https://site.example"),
      name: "Ada Example",
      secret: SECRET,
      linkKey: SECRET,
      now,
      mailFrom: "digest@site.example",
      bounceAddress: undefined,
      retryDelays: policy.retryDelays,
    },
    () => undefined,
  );
  const journal = { begin: () => undefined, takeBack: () => undefined };
  const { signal } = new AbortController();
  return {
    now,
    pass: (hours: number) => (clock = new Date(clock.getTime() + hours * HOUR)),
    run: async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await sendDue({ db: database.db, lock, send, policy, journal, now, parallel: 2, signal });
        if ((await listHolds(database.db)).length > 0) return;
        clock = new Date(clock.getTime() + HOUR);
      }
    },
    close: async () => {
      mailer.close();
      await lock.close();
    },
  };
}

/**
 * Sends an edition to a server that refuses everybody with one reply, repairs the server, gives the
 * owner's word where one is waited for, and compares who got the edition with who should.
 * @param line of the table: a server, a colon, its reply
 */
export async function playReply(
  database: OpenDatabase,
  server: ScriptedServer,
  { about, line }: { about: Blame; line: string },
): Promise<PlayedReply> {
  const { db } = database;
  const [name = "", reply = ""] = line.split(/: (.*)/s);
  const rounds = await openRounds(database, server, new Date("2026-01-01T12:00:00Z"));
  const { number } = await planEdition(db, RECIPIENTS, rounds.now());
  await db.deleteFrom("suppressions").execute();
  Object.assign(server, { reply, refused: 0 });
  server.arrivals.clear();
  await rounds.run();
  const isHeld = (await listHolds(db)).some(({ domain }) => domain === "");
  const { failed } = await countDeliveries(db);
  const { refused } = server;

  server.reply = undefined;
  // Any limit has passed by then.
  rounds.pass(24);
  await rounds.run();
  const goesOn = isHeld && (await listHolds(db)).length === 0;
  await resumeEdition(db, number, rounds.now());
  await planRefusedAgain(db, number, rounds.now());
  await rounds.run();
  await rounds.close();

  const lost = await countLost(db);
  const wrong = RECIPIENTS.filter((address) => server.arrivals.get(address) !== 1);
  const against = [
    ...wrong.map((address) => `${address} got it ${server.arrivals.get(address) ?? 0} times`),
    ...(lost === 0 ? [] : [`${lost} left the list`]),
    ...(isAboutUs(about) && !isHeld ? ["the edition was not held"] : []),
    ...(isAboutUs(about) && failed > 0 ? [`${failed} were given up`] : []),
  ].map((what) => `${line}: ${what}`);
  return { server: name, reply, about, isHeld, goesOn, refused, failed, against };
}
