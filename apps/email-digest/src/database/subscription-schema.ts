import type { ColumnType, Generated } from "kysely";

type Stamp = ColumnType<Date, Date | string, Date | string>;

export type SignUpKind = "subscribe" | "manage";

/** What someone asked for on a page and nobody has looked at yet; a row lives for as long as the worker needs. */
export interface SignUpsTable {
  id: Generated<string>;
  kind: SignUpKind;
  address: string;
  /** Keyed hash of the network that asked. */
  network: string;
  /** Whether the form carried a nonce, so that it was opened before it was sent. */
  is_timed: boolean;
  consent_text: string;
  /** Path of the page with the form. */
  form: string;
  at: Stamp;
}

/** One row for each mail that a form caused, for the limits. Addresses, networks and domains are keyed hashes. */
export interface LimitedMailsTable {
  id: Generated<number>;
  kind: string;
  address_hash: string;
  network: string;
  domain_hash: string;
  is_timed: boolean;
  at: Stamp;
}

export interface SpentNoncesTable {
  hash: string;
  expires_at: Stamp;
}

export type SuppressionReason = "complaint" | "bounced" | "erased";

/** Addresses that get nothing, as keyed hashes: enough to recognise one, not enough to read it. */
export interface SuppressionsTable {
  hash: string;
  reason: SuppressionReason;
  at: Stamp;
}

/** Alarms that were given, one of a kind an hour. */
export interface AlarmsTable {
  kind: string;
  hour: Stamp;
}

export interface SubscriptionTables {
  sign_ups: SignUpsTable;
  limited_mails: LimitedMailsTable;
  spent_nonces: SpentNoncesTable;
  suppressions: SuppressionsTable;
  alarms: AlarmsTable;
}
