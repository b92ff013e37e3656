import type { ColumnType, Generated, Kysely } from "kysely";
import type { BounceBrakesTable, ReportsTable } from "./report-schema.ts";
import type { PreferenceColumns, SubscriptionTables } from "./subscription-schema.ts";

type Stamp = ColumnType<Date, Date | string, Date | string>;

export type SubscriberStatus = "pending" | "confirmed" | "unsubscribed";

/**
 * How far a message has come. Every row is in exactly one state, so the states of an edition always
 * add up to its recipients.
 */
export type DeliveryState = "planned" | "sending" | "accepted" | "failed" | "unknown";

export interface SubscribersTable extends PreferenceColumns {
  id: Generated<string>;
  address: string;
  status: SubscriberStatus;
  /** SHA-256 of the token in the links that end the subscription. */
  unsubscribe_hash: string;
  /** What was consented to: version of the text, page, times. */
  consent_text: string;
  consent_at: Stamp;
  /** Path of the page with the form. */
  consent_form: Generated<string>;
  /** Language of the form. */
  consent_locale: Generated<string>;
  confirmed_at: Stamp | null;
  ended_at: Stamp | null;
  /** When the owner brought them back after bounces, which then no longer count. */
  restored_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A token does one thing only. */
export type TokenPurpose = "confirm" | "manage";

export interface TokensTable {
  hash: string;
  purpose: TokenPurpose;
  subscriber_id: string;
  expires_at: Stamp;
}

export interface AnnouncementsTable {
  /** A milestone's key; a primary key, so nothing is announced twice. */
  milestone: string;
  /** The edition that announced it; none for what was there at the first start. */
  edition: number | null;
}

export interface EditionsTable {
  number: Generated<number>;
  subject: string;
  summary: string;
  html: string;
  text: string;
  /** SHA-256 of subject, HTML and text. */
  hash: string;
  created_at: Stamp;
  /** How many were planned; the states and what was erased since then add up to it. */
  recipients: Generated<number>;
  erased: Generated<number>;
  /** After this moment what is left is not sent without a new word. */
  send_until: ColumnType<Date, Date | string | undefined, Date | string>;
  /** Set while nothing of it is sent, with the reason in a sentence. */
  held_at: Stamp | null;
  held_reason: string | null;
  /** When the owner was told how it went. */
  reported_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** When a hold ends by itself; null where it waits for a word. */
  held_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface DeliveriesTable {
  edition: number;
  subscriber_id: string;
  state: DeliveryState;
  message_id: string;
  attempts: Generated<number>;
  due_at: Stamp;
  /** Key of the worker that has taken or sent it; its advisory lock tells whether it lives. */
  worker: number | null;
  reply: string | null;
  /** Enhanced status code of the last refusal (RFC 3463). */
  code: string | null;
  settled_at: Stamp | null;
  /** Which variant of the edition; null for the edition itself. */
  variant: ColumnType<string | null, string | null | undefined, string | null>;
  /** Domain of the address while it waits, empty afterwards. */
  route: Generated<string>;
  /** How often someone asked for it to be sent again although it may have arrived. */
  resends: Generated<number>;
  /** How often a refusal that is about us came for it. */
  alarms: Generated<number>;
}

/** A bucket of messages that may go at once: one a domain, and `*` for all together. */
export interface RatesTable {
  route: string;
  tokens: number;
  filled_at: Stamp;
}

/** What came of a time at which an edition was due; `begun` where a schedule came into force. */
export type SlotOutcome = "begun" | "edition" | "nothing-new" | "missed";

export interface SlotsTable {
  slot: Stamp;
  /** Cron fields and time zone by which it was one. */
  schedule: string;
  outcome: SlotOutcome;
  handled_at: Stamp;
}

/** Whom the record is about. */
export interface InstallationOwner {
  name: string;
  orcid?: string;
  emails: string[];
}

/** Which installation this database belongs to; kept by backups. */
export interface InstallationTable {
  id: string;
  one: boolean;
  /** Whose it is; null in a database of an earlier version until its next start. */
  owner: ColumnType<InstallationOwner | null, string | null, string | null>;
  /** The owner's first edition; those before it were another owner's. */
  first_edition: Generated<number>;
  /** Of the key of hashes and of that of links; null until the first start that notes them. */
  secret_fingerprint: string | null;
  link_fingerprint: string | null;
}

/**
 * Mails about a subscription itself: please confirm, welcome, you are subscribed already, here is
 * the link to change it.
 */
export type NoticeKind = "confirmation" | "welcome" | "reminder" | "manage";

/**
 * Mails about a subscription itself that are due or were sent; how many there may be, is counted in
 * `limited_mails`.
 */
export interface NoticesTable {
  id: Generated<string>;
  subscriber_id: string;
  kind: NoticeKind;
  created_at: Stamp;
}

export interface Tables extends SubscriptionTables {
  subscribers: SubscribersTable;
  tokens: TokensTable;
  announcements: AnnouncementsTable;
  editions: EditionsTable;
  deliveries: DeliveriesTable;
  notices: NoticesTable;
  reports: ReportsTable;
  bounce_brakes: BounceBrakesTable;
  rates: RatesTable;
  slots: SlotsTable;
  installation: InstallationTable;
}

export type Db = Kysely<Tables>;
