import { afterAll, beforeAll, expect, test } from "vitest";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { weighRefusal } from "./weigh-refusal.ts";

const now = new Date("2026-01-01T12:00:00Z");
const SPAM: SendOutcome = { kind: "alarm", about: "content", reply: "554 5.7.1 spam" };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** An edition for two, and the claim of the first, who was refused before. */
async function plan(options: { attempts?: number; alarms?: number; othersArrived?: boolean }) {
  const { number: edition, ids } = await planEdition(database.db, someAddresses(2), now);
  const [subscriberId = "", other = ""] = ids;
  if (options.othersArrived === true)
    await database.db
      .updateTable("deliveries")
      .set({ state: "accepted", settled_at: new Date(now.getTime() + 1_000) })
      .where("subscriber_id", "=", other)
      .execute();
  const { attempts = 0, alarms = 0 } = options;
  const rest = { address: "p@example.org", tailored: null, messageId: "<1@x>", worker: 1 };
  return { edition, subscriberId, attempts, alarms, ...rest };
}

const weigh = async (options: Parameters<typeof plan>[0], outcome: SendOutcome) =>
  (await weighRefusal(database.db, await plan(options), outcome, [60_000])).kind;

test("a refusal about us is one of the recipient where others were taken since it first came", async () => {
  expect(await weigh({}, SPAM)).toBe("alarm");
  expect(await weigh({ alarms: 1 }, SPAM)).toBe("alarm");
  expect(await weigh({ alarms: 1, othersArrived: true }, SPAM)).toBe("failed");
  expect(await weigh({ othersArrived: true }, SPAM)).toBe("alarm");
});

test("an account or a limit is never the recipient's", async () => {
  const account: SendOutcome = { kind: "alarm", about: "account", reply: "530 log in" };
  expect(await weigh({ alarms: 1, othersArrived: true }, account)).toBe("alarm");
});

test("what was to pass and did not, holds where it is about us", async () => {
  const sender: SendOutcome = { kind: "retry", about: "sender", reply: "450 4.7.25 hostname" };
  const busy: SendOutcome = { kind: "retry", about: "later", reply: "451 busy" };
  expect(await weigh({ attempts: 0 }, sender)).toBe("retry");
  expect(await weigh({ attempts: 1 }, sender)).toBe("alarm");
  expect(await weigh({ attempts: 1 }, busy)).toBe("retry");
});
