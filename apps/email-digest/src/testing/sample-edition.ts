import { randomUUID } from "node:crypto";
import type { Db } from "../database/open-database.ts";
import type { DeliveryState } from "../database/schema.ts";
import { deliveryMessageId } from "../mail/message-id.ts";

/**
 * Stores an edition with one delivery, and one subscriber, for each of the states. Returns its
 * number and the ids in their order.
 */
export async function storeSampleEdition(
  db: Db,
  states: readonly DeliveryState[],
  now: Date,
): Promise<{ number: number; ids: string[] }> {
  const { number } = await db
    .insertInto("editions")
    .values({
      subject: "A subject",
      summary: "1 new paper",
      html: "<p>h</p>",
      text: "t",
      hash: "x",
      created_at: now,
      recipients: states.length,
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  const people = states.map((state) => ({ id: randomUUID(), state }));
  for (const { id, state } of people) {
    await db
      .insertInto("subscribers")
      .values({
        id,
        address: `${id}@example.org`,
        status: "confirmed",
        unsubscribe_hash: id,
        consent_text: "c",
        consent_at: now,
        confirmed_at: now,
        ended_at: null,
      })
      .execute();
    await db
      .insertInto("deliveries")
      .values({
        edition: number,
        subscriber_id: id,
        state,
        message_id: deliveryMessageId(number, id, "x.example"),
        due_at: now,
        worker: null,
        reply: null,
        settled_at: null,
      })
      .execute();
  }
  return { number, ids: people.map(({ id }) => id) };
}
