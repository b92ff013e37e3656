import { formatTable, note, print, printJson } from "@triptych/terminal";
import type { SubscriberStatus } from "../../database/schema.ts";
import { listSubscribers } from "../../subscribers/list-subscribers.ts";
import { withDatabase } from "../open.ts";

interface ListOptions {
  status?: SubscriberStatus;
  json?: true;
}

export async function list({ status, json }: ListOptions): Promise<void> {
  await withDatabase(async ({ db }) => {
    const subscribers = await listSubscribers(db, status);
    if (json === true) return printJson(subscribers);
    if (subscribers.length === 0) return note("There are no subscribers yet.");
    const rows = subscribers.map((subscriber) => [
      subscriber.address,
      subscriber.status,
      subscriber.since.toISOString().slice(0, 10),
      subscriber.frequency,
      subscriber.softBounces === 0 ? "" : `${subscriber.softBounces} soft bounces`,
    ]);
    print(formatTable(rows));
  });
}
