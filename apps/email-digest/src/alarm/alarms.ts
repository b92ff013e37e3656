import { sql } from "kysely";
import { statfs } from "node:fs/promises";
import { backupFolder, listBackups } from "../journal/keep-backups.ts";
import { listHolds } from "../brake/edition-hold.ts";
import { countWorkers } from "../delivery/count-workers.ts";
import { listSlots } from "../editions/slot.ts";
import type { AlarmKind, Watched } from "./alarm.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const mails = (count: number) => (count === 1 ? "1 mail" : `${count} mails`);
const ago = ({ now }: Watched, time: number) => new Date(now.getTime() - time);

/** A kind of alarm: how it is found, and what the owner does then. */
interface AlarmRow {
  kind: AlarmKind;
  remedy: string;
  /** What is wrong, one sentence each; none where all is well. */
  find: (watched: Watched) => Promise<string[]>;
}

async function findNoWorker({ db }: Watched): Promise<string[]> {
  return (await countWorkers(db)) === 0 ? ["No worker runs: nothing is sent."] : [];
}

async function findHeld({ db }: Watched): Promise<string[]> {
  return (await listHolds(db)).map(
    ({ edition, reason, planned, until }) =>
      `Edition ${edition} is on hold, with ${mails(planned)} left: ${reason}` +
      (until === null ? "" : ` It goes on by itself at ${until.toISOString().slice(0, 16)}Z.`),
  );
}

/** Mail that should have left: the mail server is away, or nobody sends. */
async function findWaiting(watched: Watched): Promise<string[]> {
  const rows = await watched.db
    .selectFrom("deliveries")
    .innerJoin("editions", "number", "edition")
    .where("state", "=", "planned")
    .where("due_at", "<", ago(watched, HOUR))
    .where("editions.created_at", "<", ago(watched, DAY))
    .where("held_at", "is", null)
    .groupBy("edition")
    .orderBy("edition")
    .select(["edition", sql<number>`count(*)`.as("count")])
    .execute();
  return rows.map(
    ({ edition, count }) => `${mails(count)} of edition ${edition} should have left a day ago.`,
  );
}

async function findMissed({ db }: Watched): Promise<string[]> {
  const [last] = await listSlots(db, 1);
  return last?.outcome === "missed"
    ? [`Nothing ran at ${last.slot.toISOString().slice(0, 16)}Z, when an edition was due.`]
    : [];
}

async function findUnknown({ db }: Watched): Promise<string[]> {
  const rows = await db
    .selectFrom("deliveries")
    .where("state", "=", "unknown")
    .groupBy("edition")
    .orderBy("edition")
    .select(["edition", sql<number>`count(*)`.as("count")])
    .execute();
  return rows.map(
    ({ edition, count }) =>
      `Nobody can tell whether ${mails(count)} of edition ${edition} arrived.`,
  );
}

async function findRefused(watched: Watched): Promise<string[]> {
  const { count } = await watched.db
    .selectFrom("reports")
    .where("kind", "=", "policy")
    .where("at", ">", ago(watched, 7 * DAY))
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count === 0 ? [] : [`Servers refused ${mails(count)} this week because of the sender.`];
}

/** Providers judge a sender by this share; below so many mails it says nothing. */
const WORST_SHARE = 0.05;
const FEWEST = 5;

async function findBounces({ db }: Watched): Promise<string[]> {
  const rows = await db
    .selectFrom("reports")
    .innerJoin("editions", "number", "edition")
    .where("kind", "=", "hard")
    .where("number", "=", (eb) =>
      eb
        .selectFrom("editions")
        .where("recipients", ">", 0)
        .select((of) => of.fn.max("number").as("newest")),
    )
    .groupBy(["number", "recipients"])
    .select(["number", "recipients", sql<number>`count(*)`.as("count")])
    .execute();
  return rows
    .filter(({ count, recipients }) => count >= FEWEST && count > recipients * WORST_SHARE)
    .map(
      ({ number, recipients, count }) =>
        `${count} of ${recipients} mails of edition ${number} came back: nobody is there.`,
    );
}

async function findSignUps(watched: Watched): Promise<string[]> {
  const row = await watched.db
    .selectFrom("alarms")
    .where("kind", "=", "sign-up-budget")
    .where("hour", ">", ago(watched, DAY))
    .select("hour")
    .executeTakeFirst();
  return row === undefined ? [] : ["More forms came in than mails may be sent for in an hour."];
}

/** A database needs room to write what makes room. */
const LEAST_BYTES = 500_000_000;

async function findFullDisk({ stateFolder }: Watched): Promise<string[]> {
  // A folder that is not there yet holds nothing that could be lost.
  const disk = await statfs(stateFolder).catch(() => undefined);
  const free = disk === undefined ? LEAST_BYTES : disk.bavail * disk.bsize;
  return free < LEAST_BYTES
    ? [`The disk of ${stateFolder} is nearly full: ${Math.floor(free / 1_000_000)} MB are free.`]
    : [];
}

/**
 * Everything that can be wrong with a service that runs. The mail to the owner, `status`, `doctor`,
 * `/readyz` and `/metrics` read this table; `docs/operating.md` explains each kind.
 */
/** A day is missed now and then, by a machine that was off. */
const OLDEST_BACKUP = 7 * DAY;

/** Where nobody reads the digest there is nothing to lose. */
async function findOldBackup(watched: Watched): Promise<string[]> {
  const since = ago(watched, OLDEST_BACKUP);
  const newest = (await listBackups(backupFolder(watched.stateFolder))).at(-1);
  if (newest !== undefined)
    return newest < since.toISOString().slice(0, 10) ? [`The newest backup is of ${newest}.`] : [];
  const reader = await watched.db
    .selectFrom("subscribers")
    .where("confirmed_at", "<", since)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return reader === undefined ? [] : ["No backup was written, and there are readers for a week."];
}

export const ALARMS: readonly AlarmRow[] = [
  {
    kind: "worker",
    remedy: "Start the service (npm start), or: npm run digest -- worker",
    find: findNoWorker,
  },
  {
    kind: "held",
    remedy: "Fix what the reason names, then: npm run digest -- editions resume NUMBER",
    find: findHeld,
  },
  {
    kind: "waiting",
    remedy: "Look whether the mail server can be reached: npm run digest -- doctor",
    find: findWaiting,
  },
  {
    kind: "missed",
    remedy: "What is new comes with the next edition, or now: npm run digest -- send",
    find: findMissed,
  },
  {
    kind: "unknown",
    remedy: "To risk that some get it twice: npm run digest -- send --resend-unknown NUMBER",
    find: findUnknown,
  },
  {
    kind: "refused",
    remedy: "See what DNS and mail server lack: npm run digest -- doctor",
    find: findRefused,
  },
  {
    kind: "bounces",
    remedy: "Look where these addresses came from, before the next edition goes to the list.",
    find: findBounces,
  },
  {
    kind: "sign-ups",
    remedy: "A program may be filling in the form; real people are answered within the hour.",
    find: findSignUps,
  },
  {
    kind: "disk",
    remedy: "Make room, or move TRIPTYCH_DIR to a larger disk.",
    find: findFullDisk,
  },
  {
    kind: "backup",
    remedy: "See the log for what keeps it from being written, or: npm run digest -- db dump FILE",
    find: findOldBackup,
  },
];
