/** A row of the ledger when all is over. */
export interface LedgerRow {
  messageId: string;
  address: string;
  state: string;
  /** How often somebody asked for it to be sent again although it may have arrived. */
  resends: number;
}

/** What an independent mail server saw. */
export interface Evidence {
  arrivals: ReadonlyMap<string, number>;
  recipients: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How often a message may have arrived for what the ledger says of it. */
function allowedArrivals({ state, resends }: LedgerRow): [least: number, most: number] {
  if (state === "accepted") return [1, 1 + resends];
  if (state === "failed") return [0, resends];
  return [0, 1 + resends];
}

/**
 * Holds the ledger against what a mail server saw and returns every disagreement as a sentence;
 * none is what delivery promises:
 * - no unlabelled loss: what is `accepted` arrived; who got nothing is `failed` or `unknown`;
 * - no unlabelled duplicate: nothing arrived twice, unless somebody asked for an `unknown` one to
 *   be sent again, which the row counts and
 *   the equal Message-ID shows; what is `failed` did not arrive;
 * - nothing is left under way, nothing arrived that the ledger does not know, and nobody else's
 *   mail came to an address.
 */
export function judgeDelivery(
  rows: readonly LedgerRow[],
  { arrivals, recipients }: Evidence,
): string[] {
  const known = new Map(rows.map((row) => [row.messageId, row]));
  const ofRows = rows.flatMap((row) => {
    if (row.state === "planned" || row.state === "sending")
      return [`${row.address} is still ${row.state}`];
    const times = arrivals.get(row.messageId) ?? 0;
    const [least, most] = allowedArrivals(row);
    return times < least || times > most
      ? [`${row.address} is ${row.state} and arrived ${times} times`]
      : [];
  });
  const ofArrivals = [...recipients].flatMap(([messageId, addresses]) => {
    const address = known.get(messageId)?.address;
    if (address === undefined) return [`${messageId} arrived and is in no ledger`];
    return [...addresses]
      .filter((other) => other !== address)
      .map((other) => `the mail of ${address} came to ${other}`);
  });
  return [...ofRows, ...ofArrivals];
}
