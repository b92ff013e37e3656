import type { ColumnType, Generated } from "kysely";

type Stamp = ColumnType<Date, Date | string, Date | string>;

export type SignUpKind = "subscribe" | "manage";

/**
 * What someone asked for on a page and nobody has looked at yet; a row lives for as long as the
 * worker needs.
 */
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

/**
 * One row for each message that a form caused, for the limits. Addresses, networks and domains are
 * keyed hashes.
 */
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

/** Links in letters that were sent, which no subscription is found by any more. */
export interface FormerLinksTable {
  hash: string;
  /** Null where the subscription is forgotten. */
  subscriber_id: string | null;
  until: Stamp;
}

/** Erasures whose bytes are not yet known to be gone. */
export interface DuePurgesTable {
  id: Generated<number>;
  since: Stamp;
}

/** Alarms that were given, one of a kind an hour. */
export interface AlarmsTable {
  kind: string;
  hour: Stamp;
}

/**
 * How often someone wants to hear: with every edition, or with the first one of a quarter or year.
 */
export type Frequency = "every" | "quarterly" | "yearly";

/**
 * An edition as subscribers of chosen topics or a slower rhythm get it; stored as it is sent, like
 * the edition itself.
 */
export interface EditionVariantsTable {
  edition: number;
  /** Made from the milestones it tells, so that subscribers who get the same share it. */
  key: string;
  subject: string;
  html: string;
  text: string;
  hash: string;
  milestones: string[];
  created_at: Stamp;
}

/** What someone chose to get, and what they know. */
export interface PreferenceColumns {
  /** Null for everything. */
  topics: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  frequency: Generated<Frequency>;
  /** Whether anything was ever chosen; whoever never did gets every edition as it is. */
  is_tailored: Generated<boolean>;
  /** Of those who chose: editions up to this one were sent, or were not wanted. */
  told_through: Generated<number>;
  /** When the last message was planned. */
  told_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface SubscriptionTables {
  edition_variants: EditionVariantsTable;
  sign_ups: SignUpsTable;
  limited_mails: LimitedMailsTable;
  spent_nonces: SpentNoncesTable;
  suppressions: SuppressionsTable;
  former_links: FormerLinksTable;
  alarms: AlarmsTable;
  due_purges: DuePurgesTable;
}
