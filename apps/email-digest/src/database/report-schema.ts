import type { ColumnType } from "kysely";

type Stamp = ColumnType<Date, Date | string, Date | string>;

/** `unreadable`: a server sent something back that nobody here understands. */
export type ReportKind = "hard" | "soft" | "policy" | "complaint" | "unreadable";

/**
 * What a mail server reported about a delivery: one row for each kind, so that a second report
 * about the same changes nothing.
 */
export interface ReportsTable {
  edition: number;
  subscriber_id: string;
  kind: ReportKind;
  /** Enhanced status code (RFC 3463). */
  status: string | null;
  /** What the server said, without addresses. */
  reply: string;
  at: Stamp;
}

/** So many addresses of an edition, or of one domain in it, bounced that nobody believes it. */
export interface BounceBrakesTable {
  edition: number;
  /** Empty for the whole edition. */
  domain: string;
  /** In a sentence. */
  reason: string;
  at: Stamp;
  /** When the owner let it go on; the bounces count from then on. */
  released_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}
