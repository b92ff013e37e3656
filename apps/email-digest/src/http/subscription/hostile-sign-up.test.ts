import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../../subscribers/sign-up/limits.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";

const HOSTILE = 10_000;
/** That look at the forms at the same time, and might take the last place of a limit twice. */
const WORKERS = 4;
const VICTIM = "victim@example.org";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

/**
 * A third at one address from everywhere, a third at many addresses of one provider, a third at
 * addresses and networks that never repeat.
 */
function attack(index: number): { address: string; network: string } {
  const network = `10.${index % 250}.${Math.floor(index / 250) % 250}.1`;
  if (index % 3 === 0)
    return { address: index % 2 === 0 ? VICTIM : `Victim+${index}@example.org`, network };
  if (index % 3 === 1)
    return { address: `person${index}@provider.example`, network: "203.0.113.9" };
  return { address: `person${index}@host${index}.example`, network };
}

test(`${HOSTILE.toLocaleString("en")} hostile forms within an hour leave no more mails than the limits allow, and all get the same answer`, async () => {
  const answers = new Set<string>();
  const sendOne = async (index: number) => {
    const { address, network } = attack(index);
    const response = await it.post(
      "/digest/subscribe",
      { email: address },
      { "X-Forwarded-For": network },
    );
    answers.add(`${response.status} ${await response.text()}`);
  };
  const LANES = 8;
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let index = lane; index < HOSTILE; index += LANES) await sendOne(index);
    }),
  );
  const outcomes = (await Promise.all(Array.from({ length: WORKERS }, () => it.settle()))).flat();
  expect(outcomes).toHaveLength(HOSTILE);
  expect(answers.size).toBe(1);
  expect(it.notices.length).toBe(outcomes.filter((outcome) => outcome === "mail-due").length);
  expect(it.notices.length).toBeGreaterThan(LIMITS.untimedNetwork[0].mails);
  expect(it.notices.length).toBeLessThanOrEqual(LIMITS.untimed[0].mails);
  expect(it.alarms).toEqual(["sign-up-budget"]);
  const { db } = it.service;
  const victims = await db
    .selectFrom("subscribers")
    .where("address", "ilike", "victim%")
    .select("id")
    .execute();
  expect(it.notices.filter(({ id }) => victims.some((victim) => victim.id === id))).toHaveLength(1);
  expect(await db.selectFrom("subscribers").select("id").execute()).toHaveLength(it.notices.length);
  expect(await db.selectFrom("sign_ups").select("id").execute()).toEqual([]);
}, 300_000);
