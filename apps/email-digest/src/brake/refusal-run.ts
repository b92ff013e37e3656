import type { SendOutcome } from "../smtp/send-outcome.ts";

interface Refused {
  edition: number;
  subscriberId: string;
}

/** So many refusals in the same words, one after the other, are hardly about the recipients. */
const RUN = 3;

/** The same refusal that came for one recipient after the other. */
export interface RefusalRun {
  reply: string;
  /** Whom it came for. */
  refused: Refused[];
}

/** The words of a reply without what differs from message to message. */
const wordsOf = (reply: string) => reply.replaceAll(/<address>|\S*\d\S*/g, "#").toLowerCase();

/**
 * Counts refusals of which nobody knows what they are about, for each edition. Returns the run that
 * a refusal makes full, or goes on with.
 */
export function watchRefusals(): (
  delivery: Refused,
  outcome: SendOutcome,
) => RefusalRun | undefined {
  const runs = new Map<number, RefusalRun>();
  return (delivery, outcome) => {
    if (outcome.kind === "accepted") runs.delete(delivery.edition);
    if (outcome.kind !== "failed" || outcome.about !== "unknown") return undefined;
    const known = runs.get(delivery.edition);
    const isSame = known !== undefined && wordsOf(known.reply) === wordsOf(outcome.reply);
    const run = isSame
      ? { reply: known.reply, refused: [...known.refused, delivery] }
      : { reply: outcome.reply, refused: [delivery] };
    runs.set(delivery.edition, run);
    return run.refused.length >= RUN ? run : undefined;
  };
}
