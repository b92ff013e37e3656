import { recordRefusal } from "../bounce/record-report.ts";
import { createReturnPath } from "../bounce/return-path.ts";
import { throughOutage } from "../database/postgres/through-outage.ts";
import { type Environment, type PolicyVariables, readPolicy } from "../env.ts";
import { listHeaders } from "../mail/headers.ts";
import { readArtefact } from "../editions/stored-letter.ts";
import { markEdition } from "../journal/restored-database.ts";
import type { Service } from "../service.ts";
import { unsubscribeToken } from "../subscribers/token.ts";
import type { Claim } from "./reserve.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import type { Letter } from "../mail/letter.ts";

/** Artefacts that are kept at hand; readers of chosen topics share few. */
const MOST_KEPT = 16;

interface SenderService extends Pick<
  Service,
  "db" | "marks" | "mailer" | "addresses" | "name" | "secret" | "now"
> {
  environment: PolicyVariables & Pick<Environment, "MAIL_FROM" | "BOUNCE_ADDRESS">;
}

/**
 * Sends stored editions, each to one person at a time, with that person's own address for leaving
 * and for reports.
 */
export function createEditionSender(
  service: SenderService,
  onError: (error: unknown) => void,
): (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome> {
  const { db, marks, mailer, addresses, environment, name, secret, now } = service;
  const { MAIL_FROM, BOUNCE_ADDRESS } = environment;
  const { retryDelays } = readPolicy(environment);
  const kept = new Map<string, Letter>();
  // An edition never changes once it is stored, so one read serves all who get it.
  const read = async ({ edition, variant }: Claim): Promise<Letter> => {
    const key = `${edition}/${variant ?? ""}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const stored = await throughOutage(() => readArtefact(db, edition, variant));
    await throughOutage(() => markEdition(db, marks, edition));
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
    const unsubscribe = addresses.unsubscribe(unsubscribeToken(secret, claim.subscriberId));
    const outcome = await mailer.send(
      {
        letter,
        unsubscribe,
        from: { name, address: MAIL_FROM },
        ...(BOUNCE_ADDRESS === undefined
          ? {}
          : { returnPath: createReturnPath(secret, BOUNCE_ADDRESS, claim) }),
        to: claim.address,
        messageId: claim.messageId,
        headers: listHeaders(name, addresses, unsubscribe),
        date: now(),
      },
      begin,
    );
    const isLast =
      outcome.kind === "failed" ||
      (outcome.kind === "retry" && claim.attempts >= retryDelays.length);
    if (isLast) await learnFrom(outcome.reply, claim).catch(onError);
    return outcome;
  };
}
