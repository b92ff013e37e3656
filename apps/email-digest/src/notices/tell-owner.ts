import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import { domainOf } from "../addresses/email-address.ts";
import type { Alarm } from "../alarm/alarm.ts";
import { findAlarms } from "../alarm/find-alarms.ts";
import type { Tables } from "../database/schema.ts";
import { formatSlot, nextSlot, readSchedule } from "../editions/schedule.ts";
import { AUTOMATIC } from "../mail/headers.ts";
import type { OwnerLetterProps } from "../mail/templates/owner-letter.tsx";
import { describeAlarms, describeOutcome } from "./describe-outcome.ts";
import { listOutcomes } from "./edition-outcome.ts";
import type { NoticeSending } from "./send-notice.ts";

/** Any number: it names the lock under which one worker tells the owner. */
const OWNER_LOCK = 7_320_006;

const HOUR = 3_600_000;
/** An alarm that goes on is told again after so long; one that has ended and come back, at once. */
const AGAIN = 7 * 24 * HOUR;
/** Mails about alarms in a day, at most; one an hour. */
const MOST_A_DAY = 4;

export type OwnerSending = Omit<NoticeSending, "promise" | "linkKey" | "confirmFrom"> & {
  stateFolder: string;
  /** Left out, the record's first address; `none` where nothing is to be told. */
  ownerAddress: string | undefined;
};

/** @throws where the mail server does not take it; then it is told later */
async function send(
  { mailer, name, mailFrom, now }: OwnerSending,
  to: string,
  letter: OwnerLetterProps,
): Promise<void> {
  const { renderOwnerLetter } = await import("../mail/templates/render-letter.tsx");
  const outcome = await mailer.send({
    letter: await renderOwnerLetter(letter),
    from: { name, address: mailFrom },
    to,
    messageId: `<${randomUUID()}@${domainOf(mailFrom)}>`,
    headers: AUTOMATIC,
    date: now(),
  });
  if (outcome.kind !== "accepted")
    throw new Error(`The mail to the owner was not taken: ${outcome.reply}`);
}

const told = ({ kind }: Pick<Alarm, "kind">) => `told: ${kind}`;
const MAILED = "mail to the owner";

/** Which alarms the owner has not heard of. Notes that they have, as long as the mail leaves. */
async function claimAlarms(
  tx: Transaction<Tables>,
  alarms: readonly Alarm[],
  now: Date,
): Promise<Alarm[]> {
  await tx
    .deleteFrom("alarms")
    .where("kind", "like", "told: %")
    .where((eb) =>
      eb.or([
        eb("hour", "<=", new Date(now.getTime() - AGAIN)),
        eb("kind", "not in", ["", ...alarms.map(told)]),
      ]),
    )
    .execute();
  const known = await tx
    .selectFrom("alarms")
    .where("hour", ">", new Date(now.getTime() - AGAIN))
    .select(["kind", "hour"])
    .execute();
  const fresh = alarms.filter((alarm) => known.every(({ kind }) => kind !== told(alarm)));
  const mails = known
    .filter(({ kind, hour }) => kind === MAILED && now.getTime() - hour.getTime() < 24 * HOUR)
    .map(({ hour }) => now.getTime() - hour.getTime());
  if (fresh.length === 0 || mails.length >= MOST_A_DAY || mails.some((age) => age < HOUR))
    return [];
  const kinds = new Set([MAILED, ...fresh.map(told)]);
  await tx
    .insertInto("alarms")
    .values([...kinds].map((kind) => ({ kind, hour: now })))
    .execute();
  return fresh;
}

/**
 * Tells the owner by mail how each edition went and what is wrong, each thing once. Of several
 * workers one does it. Returns how many mails left.
 * @throws where a mail was not taken; what it would have told stays untold
 */
export async function tellOwner(sending: OwnerSending): Promise<number> {
  const { db, now, stateFolder, addresses } = sending;
  const cv = await sending.readCv();
  const to = sending.ownerAddress ?? cv.profile.emails[0];
  if (to === undefined || to === "none") return 0;
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ held: boolean }>`
      SELECT pg_try_advisory_xact_lock(${OWNER_LOCK}) AS held`.execute(tx);
    if (rows[0]?.held !== true) return 0;
    const schedule = readSchedule(cv.settings);
    const next = formatSlot(nextSlot(schedule, now()), schedule);
    const [outcome] = await listOutcomes(tx);
    if (outcome !== undefined) {
      const { number } = outcome.edition;
      const address = addresses.edition(number);
      await tx
        .updateTable("editions")
        .set({ reported_at: now() })
        .where("number", "=", number)
        .execute();
      await send(sending, to, describeOutcome(outcome, { next, address }));
      return 1;
    }
    const alarms = await findAlarms({ db: tx, now: now(), stateFolder });
    const fresh = await claimAlarms(tx, alarms, now());
    if (fresh.length === 0) return 0;
    await send(sending, to, describeAlarms(fresh));
    return 1;
  });
}
