import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAddresses } from "../addresses/page-addresses.ts";
import type { OutgoingMessage } from "../mail/compose-message.ts";
import { openJournal } from "../journal/journal.ts";
import { planEdition } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { createEditionSender } from "./edition-sender.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { deliveryMessageId } from "../mail/message-id.ts";

const now = new Date("2026-01-01T12:00:00Z");

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "edition-sender-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** A sender whose mail server answers as told, with two attempts a mail, and what it was given. */
function createSender(outcome: SendOutcome) {
  const mails: OutgoingMessage[] = [];
  const send = createEditionSender(
    {
      db: database.db,
      journal: openJournal(folder),
      mailer: {
        send: (mail) => Promise.resolve(void mails.push(mail)).then(() => outcome),
      },
      addresses: createAddresses("https://site.example"),
      name: "Ada Example",
      secret: "a secret for tests",
      linkKey: "a secret for tests",
      now: () => now,
      mailFrom: "digest@site.example",
      bounceAddress: undefined,
      retryDelays: [300_000],
    },
    () => undefined,
  );
  return { send, mails };
}

async function planOne() {
  const { number, ids } = await planEdition(database.db, ["a@example.org", "b@example.org"], now);
  const claimOf = (index: number, attempts: number) => {
    const subscriberId = ids[index] ?? "";
    const messageId = deliveryMessageId(number, subscriberId, "site.example");
    return {
      edition: number,
      subscriberId,
      address: `${"ab"[index]}@example.org`,
      tailored: null,
      messageId,
      attempts,
      alarms: 0,
      worker: 1,
    };
  };
  return claimOf;
}

test("a mail that is put off counts as refused only when its attempts are used up", async () => {
  const claimOf = await planOne();
  const { send } = createSender({
    kind: "retry",
    reply: "452 4.2.2 the mailbox is full",
    code: "4.2.2",
  });
  const reports = () => database.db.selectFrom("reports").select(["kind", "status"]).execute();
  await send(claimOf(0, 0), () => Promise.resolve(true));
  expect(await reports()).toEqual([]);
  await send(claimOf(0, 1), () => Promise.resolve(true));
  expect(await reports()).toEqual([{ kind: "soft", status: "4.2.2" }]);
});

test("all readers get the same letter, each with an address of their own for leaving", async () => {
  const claimOf = await planOne();
  const { send, mails } = createSender({ kind: "accepted", reply: "250" });
  for (const index of [0, 1]) await send(claimOf(index, 0), () => Promise.resolve(true));
  const [first, second] = mails;
  expect(first?.letter).toBe(second?.letter);
  expect(first?.unsubscribe).not.toBe(second?.unsubscribe);
  expect(mails.map(({ to }) => to)).toEqual(["a@example.org", "b@example.org"]);
});
