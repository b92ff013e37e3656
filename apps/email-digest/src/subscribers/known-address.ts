import { type RawBuilder, sql } from "kysely";

/**
 * Whether a row's `address` is this one, in any spelling. Capitals count as small letters where
 * they are ASCII: what a server makes of others depends on its locale, which ours has not, and
 * whoever folded them here differently would not find their own rows.
 */
export function isAddress(address: string): RawBuilder<boolean> {
  return sql<boolean>`lower(address COLLATE "C") = lower(${address}::text COLLATE "C")`;
}
