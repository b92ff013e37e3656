import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { FAR, rankDistance } from "./mann-whitney.ts";
import { teardown } from "./stop-database.ts";
import { openTestApp, type TestApp } from "./test-app.ts";

/**
 * To be run as a program: times forms with known and unknown addresses in pairs, and prints as JSON
 * how far the two lie apart in rank, with a control that takes a millisecond longer.
 */
const PAIRS = Number(process.argv[2] ?? "300");
const WARM_UP = 30;

type Request = (index: number) => Promise<unknown>;

/** Times two kinds of requests in turns, so that whatever else the machine does hits both alike. */
async function timePairs(first: Request, second: Request): Promise<number> {
  const times: [number[], number[]] = [[], []];
  const measure = async (side: 0 | 1, index: number) => {
    const since = performance.now();
    await (side === 0 ? first : second)(index);
    if (index >= 0) times[side].push(performance.now() - since);
  };
  for (let index = -WARM_UP; index < PAIRS; index += 1)
    for (const side of index % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      await measure(side, index);
  return rankDistance(...times);
}

async function measureAll(it: TestApp) {
  const send = (path: string, email: string) => it.post(path, { email });
  const comparisons: { path: string; address: string; distance: number }[] = [];
  await it.join("known@example.org");
  await it.ask("asked@example.org");
  for (const path of ["/digest/subscribe", "/digest/manage"])
    for (const address of ["known@example.org", "asked@example.org"]) {
      const unknown: Request = (index) => send(path, `stranger${index}@example.org`);
      comparisons.push({
        path,
        address,
        distance: await timePairs(() => send(path, address), unknown),
      });
    }
  const other: Request = (index) => send("/digest/subscribe", `other${index}@example.org`);
  const control = await timePairs(async (index) => {
    await wait(1);
    return other(index);
  }, other);
  return { pairs: PAIRS, far: FAR, comparisons, control };
}

const app = await openTestApp();
try {
  process.stdout.write(`${JSON.stringify(await measureAll(app))}\n`);
} finally {
  await app.close();
  await teardown();
}
