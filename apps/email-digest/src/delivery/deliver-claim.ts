import { isOutage } from "../database/postgres/outage.ts";
import type { Journal } from "../journal/journal.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import type { Recorder } from "./recorder.ts";
import type { Claim } from "./reserve.ts";

/**
 * Hands one message over and reports what became of it; asks `begin` before its first byte leaves.
 * Never throws for what a server says.
 */
export type Send = (claim: Claim, begin: () => Promise<boolean>) => Promise<SendOutcome>;

interface Desk {
  send: Send;
  recorder: Recorder;
  /** Notes outside the database what leaves. */
  journal: Pick<Journal, "begin" | "takeBack">;
}

/**
 * Sends one delivery and writes down what became of it. @throws what kept ledger or journal from
 * agreeing, once the outcome is on disk
 */
export async function deliverClaim(
  { send, recorder, journal }: Desk,
  claim: Claim,
): Promise<SendOutcome> {
  const { edition, messageId } = claim;
  let fault: unknown;
  let isNoted = false;
  const begin = async () => {
    const mayBegin = await recorder.begin(claim).catch((error: unknown) => {
      if (!isOutage(error)) fault = error;
      return false;
    });
    if (!mayBegin) return false;
    try {
      journal.begin(edition, messageId);
      isNoted = true;
    } catch (error) {
      fault = error;
    }
    return isNoted;
  };
  const outcome = await send(claim, begin);
  // On file before the row is planned again: whoever compares the two later must not take it for
  // sent.
  if (isNoted && outcome.kind !== "accepted" && outcome.kind !== "unknown")
    journal.takeBack(edition, messageId);
  // The next message need not wait until this one's end is on disk; a few may be on their way
  // there, and are unknown if we die now.
  await (outcome.kind === "accepted"
    ? recorder.settleBehind({ claim, outcome })
    : recorder.settle({ claim, outcome }));
  if (fault !== undefined) throw fault;
  return outcome;
}
