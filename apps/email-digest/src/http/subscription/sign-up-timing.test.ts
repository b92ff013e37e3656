import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rankDistance } from "../../testing/mann-whitney.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";

/**
 * Pairs of requests, and how many standard deviations the ranks may lie apart: by chance once in
 * some 30,000 runs.
 */
const PAIRS = 300;
const FAR = 4.2;

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

/** Times two kinds of requests in turns, so that whatever else the machine does hits both alike. */
async function timePairs(
  first: (index: number) => Promise<unknown>,
  second: (index: number) => Promise<unknown>,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  const measure = async (side: 0 | 1, run: () => Promise<unknown>) => {
    const since = performance.now();
    await run();
    times[side].push(performance.now() - since);
  };
  for (let index = -30; index < PAIRS; index += 1) {
    const turns = [() => measure(0, () => first(index)), () => measure(1, () => second(index))];
    for (const turn of index % 2 === 0 ? turns : turns.toReversed()) await turn();
    // The first requests warm up.
    if (index < 0) times.forEach((side) => side.pop());
  }
  return rankDistance(times[0], times[1]);
}

const ask = (path: string, address: string) => it.post(path, { email: address });

test.each(["/digest/subscribe", "/digest/manage"])(
  "%s takes as long for a known as for an unknown address",
  async (path) => {
    await it.join("known@example.org");
    await it.ask("asked@example.org");
    const unknown = (index: number) => ask(path, `stranger${index}@example.org`);
    for (const known of ["known@example.org", "asked@example.org"]) {
      const distance = await timePairs(() => ask(path, known), unknown);
      expect(Math.abs(distance), known).toBeLessThan(FAR);
    }
  },
  300_000,
);

test("the measurement would notice a millisecond", async () => {
  const unknown = (index: number) => ask("/digest/subscribe", `other${index}@example.org`);
  const slower = async (index: number) => {
    await wait(1);
    return unknown(index);
  };
  expect(await timePairs(slower, unknown)).toBeGreaterThan(FAR);
});

test("ranks of the same sample do not differ, and those of shifted ones do", () => {
  const sample = Array.from({ length: 200 }, (_, index) => (index * 7919) % 211);
  expect(rankDistance(sample, sample)).toBeCloseTo(0);
  const shifted = sample.map((value) => value + 60);
  expect(rankDistance(shifted, sample)).toBeGreaterThan(FAR);
  expect(rankDistance(sample, shifted)).toBeCloseTo(-rankDistance(shifted, sample));
  expect(rankDistance([1, 2], [3, 4])).toBeCloseTo(-1.549, 3);
});
