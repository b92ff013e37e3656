import { afterAll, beforeAll, expect, test } from "vitest";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { workOffNotice } from "./send-notice.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

/** What is reported of one try at a confirmation mail, and whether the queue tries again. */
async function tryOnce(
  outcome: SendOutcome,
  retryCount: number,
): Promise<{ told: string[]; isTriedAgain: boolean }> {
  const told: string[] = [];
  const mailer = { send: () => Promise.resolve(outcome), close: () => undefined };
  const from = { mailFrom: "digest@site.example", confirmFrom: "confirm@site.example" };
  const [{ id } = { id: "" }] = it.notices;
  const job = { data: { subscriberId: id, kind: "confirmation" as const }, retryCount };
  const isTriedAgain = await workOffNotice({ ...it.service, ...from, mailer }, job, ({ message }) =>
    told.push(message),
  ).then(
    () => false,
    () => true,
  );
  return { told, isTriedAgain };
}

test("a mail about a subscription that nobody gets is reported, without the address", async () => {
  await it.ask("waits@example.org");
  const later: SendOutcome = { kind: "retry", reply: "451 <waits@example.org> later" };
  expect(await tryOnce({ kind: "accepted", reply: "250" }, 0)).toEqual({
    told: [],
    isTriedAgain: false,
  });
  expect(await tryOnce({ kind: "failed", reply: "550 no such user" }, 0)).toEqual({
    told: ["A mail (confirmation) was refused: 550 no such user"],
    isTriedAgain: false,
  });
  expect(
    await tryOnce(
      { kind: "alarm", about: "sender", reply: "550 5.7.515 denied", code: "5.7.515" },
      0,
    ),
  ).toMatchObject({ told: [expect.stringContaining("5.7.515")] });
  expect(await tryOnce(later, 4)).toEqual({ told: [], isTriedAgain: true });
  const last = await tryOnce(later, 5);
  expect(last).toMatchObject({
    told: [expect.stringContaining("given up after 6 tries")],
    isTriedAgain: true,
  });
  expect(last.told.join()).not.toContain("waits@");
});
