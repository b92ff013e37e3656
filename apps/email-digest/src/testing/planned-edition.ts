import { randomUUID } from "node:crypto";
import type { Db } from "../database/open-database.ts";
import { deliveryMessageId } from "../mail/message-id.ts";

export interface PlannedEdition {
  number: number;
  /** Of the subscribers, in the order of `addresses`. */
  ids: string[];
}

/** Empties the tables and plans an edition for one subscriber an address. */
export async function planEdition(
  db: Db,
  addresses: readonly string[],
  at: Date,
): Promise<PlannedEdition> {
  for (const table of ["deliveries", "subscribers", "editions", "rates"] as const)
    await db.deleteFrom(table).execute();
  const { number } = await db
    .insertInto("editions")
    .values({
      subject: "s",
      summary: "s",
      html: "h",
      text: "t",
      hash: "x",
      created_at: at,
      recipients: addresses.length,
      send_until: new Date(at.getTime() + 86_400_000),
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  const people = addresses.map((address) => ({ id: randomUUID(), address }));
  if (people.length === 0) return { number, ids: [] };
  const consent = {
    status: "confirmed" as const,
    consent_text: "c",
    consent_at: at,
    confirmed_at: at,
    ended_at: null,
  };
  await db
    .insertInto("subscribers")
    .values(people.map(({ id, address }) => ({ id, address, unsubscribe_hash: id, ...consent })))
    .execute();
  await db
    .insertInto("deliveries")
    .values(
      people.map(({ id, address }) => ({
        edition: number,
        subscriber_id: id,
        state: "planned" as const,
        message_id: deliveryMessageId(number, id, "x.example"),
        due_at: at,
        route: address.split("@")[1] ?? "",
        worker: null,
        reply: null,
        settled_at: null,
      })),
    )
    .execute();
  return { number, ids: people.map(({ id }) => id) };
}

/** So many different addresses at one domain. */
export function someAddresses(count: number, domain = "example.org"): string[] {
  return Array.from({ length: count }, (_, index) => `person${index}@${domain}`);
}
