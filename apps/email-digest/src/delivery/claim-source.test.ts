import { expect, test } from "vitest";
import { createClaimSource } from "./claim-source.ts";
import type { Claim, Reservation } from "./reserve.ts";

const claimAt = (index: number): Claim => ({
  edition: 1,
  subscriberId: String(index),
  address: "",
  messageId: "",
  attempts: 0,
  alarms: 0,
  worker: 1,
  tailored: null,
});
const never = new AbortController().signal;

/** Gives one reservation after the other, and nothing afterwards. */
function reserving(...reservations: (Partial<Reservation> & { claims: Claim[] })[]) {
  let calls = 0;
  const reserve = () => {
    calls += 1;
    return Promise.resolve({ claims: [], wait: 0, ...reservations[calls - 1] });
  };
  return { reserve, calls: () => calls };
}

test("claims are handed out in order, and taken ahead of need", async () => {
  const { reserve, calls } = reserving(
    { claims: [1, 2, 3, 4].map(claimAt) },
    { claims: [5].map(claimAt) },
  );
  const source = createClaimSource(reserve, 2, never);
  const ids: (string | undefined)[] = [];
  for (let index = 0; index < 3; index += 1) ids.push((await source.next())?.subscriberId);
  expect(calls()).toBe(2);
  for (let index = 0; index < 3; index += 1) ids.push((await source.next())?.subscriberId);
  expect(ids).toEqual(["1", "2", "3", "4", "5", undefined]);
});

test("a limit is waited for", async () => {
  const { reserve } = reserving({ claims: [], wait: 30 }, { claims: [claimAt(1)] });
  const since = performance.now();
  expect((await createClaimSource(reserve, 1, never).next())?.subscriberId).toBe("1");
  expect(performance.now() - since).toBeGreaterThan(25);
});

test("a stop ends the waiting, and hands out no more", async () => {
  const stop = new AbortController();
  const { reserve } = reserving({ claims: [1, 2].map(claimAt) }, { claims: [], wait: 60_000 });
  const source = createClaimSource(reserve, 0, stop.signal);
  await source.next();
  stop.abort();
  expect(await source.next()).toBeUndefined();
  await source.end();
});

test("a failure reaches who asks for the next claim", async () => {
  const source = createClaimSource(() => Promise.reject(new Error("no table")), 1, never);
  await expect(source.next()).rejects.toThrow("no table");
});
