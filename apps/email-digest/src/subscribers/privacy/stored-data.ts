import { RETENTION } from "./retention.ts";
import { language } from "../../words.ts";

/** What a table is for, what its columns say, and how long its rows live. */
export interface StoredTable {
  table: string;
  purpose: string;
  /** How long a row is kept, in words. */
  kept: string;
  /** Whether a row belongs to a subscriber. */
  isPersonal: boolean;
  columns: Record<string, string>;
}

/** Tables of which no row belongs to a subscriber. */
const IMPERSONAL = new Set([
  "spent_nonces",
  "due_purges",
  "editions",
  "edition_variants",
  "rates",
  "slots",
  "bounce_brakes",
  "installation",
  "announcements",
  "alarms",
]);

/**
 * Everything the service stores, told once: the page about privacy is made from it, and a test
 * compares it with the tables of a real database, so that nothing can be stored that the page does
 * not name.
 */
export const STORED_DATA: readonly StoredTable[] = Object.entries(language.service.stored).map(
  ([table, { purpose, kept, columns }]) => ({
    table,
    purpose,
    kept: kept(RETENTION),
    isPersonal: !IMPERSONAL.has(table),
    columns,
  }),
);

/**
 * Tables that belong to tools: what they hold is said in one sentence each, and their columns are
 * theirs.
 */
export const TOOL_TABLES: readonly { schema: string; name: RegExp; purpose: string }[] = [
  { schema: "public", name: /^kysely_migration/, purpose: language.service.tools.migrations },
  { schema: "jobs", name: /./, purpose: language.service.tools.queue },
];
