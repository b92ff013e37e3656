import { recordRefusal } from "../bounce/record-report.ts";
import { createReturnPath } from "../addresses/return-path.ts";
import type { Addresses } from "../addresses/page-addresses.ts";
import type { Db } from "../database/open-database.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import { listHeaders } from "../mail/headers.ts";
import { requireStoredLetter } from "../editions/stored-letter.ts";
import { noteEdition } from "../journal/restored-database.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import type { Journal } from "../journal/journal.ts";
import type { Mailer } from "../smtp/mailer.ts";
import type { Claim } from "./reserve.ts";
import { weighRefusal } from "../brake/weigh-refusal.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import type { Letter } from "../mail/letter.ts";

/** Letters that are kept at hand; subscribers of chosen topics share few. */
const MOST_KEPT = 16;

/** What it takes to send an edition. */
export interface EditionSending {
  db: Db;
  journal: Pick<Journal, "announce">;
  mailer: Pick<Mailer, "send">;
  addresses: Addresses;
  /** Whose work it is about. */
  name: string;
  secret: string;
  linkKey: string;
  now: () => Date;
  mailFrom: string;
  /** Where reports go; undefined where nobody reads them. */
  bounceAddress: string | undefined;
  /** Pauses between attempts; when they are used up, a delivery has failed. */
  retryDelays: readonly number[];
}

/**
 * Sends stored editions, each to one subscriber at a time, with that subscriber's own address for
 * leaving and for reports.
 */
export function createEditionSender(
  sending: EditionSending,
  onError: (error: unknown) => void,
): (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome> {
  const { db, journal, mailer, addresses, name, secret, linkKey, now, bounceAddress } = sending;
  const kept = new Map<string, Letter>();
  // An edition never changes once it is stored, so one read serves all who get it.
  const read = async ({ edition, tailored }: Claim): Promise<Letter> => {
    const key = `${edition}/${tailored ?? ""}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const stored = await throughOutage(() => requireStoredLetter(db, edition, tailored));
    await throughOutage(() => noteEdition(db, journal, edition));
    const [oldest] = kept.size < MOST_KEPT ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, stored);
    return stored;
  };
  // A refusal says something about the address, or about us, by the same rule as a report that
  // comes later.
  const learnFrom = async (reply: string, claim: Claim) => {
    const learnt = await throughOutage(() => recordRefusal(db, secret, claim, reply, now()));
    if (learnt.kind === "alarm")
      onError(new Error(`A mail server refuses our mail: ${learnt.reply}`));
  };
  return async (claim, begin) => {
    const letter = await read(claim);
    const unsubscribe = addresses.unsubscribe(unsubscribeToken(linkKey, claim.subscriberId));
    const answer = await mailer.send(
      {
        letter,
        unsubscribe,
        from: { name, address: sending.mailFrom },
        ...(bounceAddress === undefined
          ? {}
          : { returnPath: createReturnPath(secret, bounceAddress, claim) }),
        to: claim.address,
        messageId: claim.messageId,
        headers: listHeaders(name, addresses, unsubscribe),
        date: now(),
      },
      begin,
    );
    const outcome = await throughOutage(() => weighRefusal(db, claim, answer, sending.retryDelays));
    const isLast =
      outcome.kind === "failed" ||
      (outcome.kind === "retry" && claim.attempts >= sending.retryDelays.length);
    if (isLast) await learnFrom(outcome.reply, claim).catch(onError);
    return outcome;
  };
}
