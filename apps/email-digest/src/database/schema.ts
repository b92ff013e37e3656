import type { ColumnType, Generated } from "kysely";

type Stamp = ColumnType<Date, Date | string, Date | string>;

export type SubscriberStatus = "pending" | "confirmed" | "unsubscribed";

/** How far a mail has come. Every row is in exactly one state, so the states of an edition always add up to its recipients. */
export type DeliveryState = "planned" | "sending" | "accepted" | "failed" | "unknown";

export interface SubscribersTable {
  id: Generated<string>;
  address: string;
  status: SubscriberStatus;
  /** SHA-256 of the token in the links that end the subscription. */
  unsubscribe_hash: string;
  /** What was consented to: version of the text, page, times. */
  consent_text: string;
  consent_at: Stamp;
  confirmed_at: Stamp | null;
  ended_at: Stamp | null;
}

export interface TokensTable {
  hash: string;
  purpose: "confirm";
  subscriber_id: string;
  expires_at: Stamp;
}

export interface AnnouncementsTable {
  /** A milestone's key; a primary key, so nothing is announced twice. */
  milestone: string;
  /** The edition that told it; none for what was there at the first start. */
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
}

export interface DeliveriesTable {
  edition: number;
  subscriber_id: string;
  state: DeliveryState;
  message_id: string;
  attempts: Generated<number>;
  due_at: Stamp;
  /** Key of the worker that sends it; its advisory lock tells whether it lives. */
  worker: number | null;
  reply: string | null;
  settled_at: Stamp | null;
}

/** Mails about a subscription itself: at most so many an address and day. */
export interface NoticesTable {
  id: Generated<string>;
  subscriber_id: string;
  kind: "confirmation" | "welcome";
  created_at: Stamp;
}

export interface Tables {
  subscribers: SubscribersTable;
  tokens: TokensTable;
  announcements: AnnouncementsTable;
  editions: EditionsTable;
  deliveries: DeliveriesTable;
  notices: NoticesTable;
}
