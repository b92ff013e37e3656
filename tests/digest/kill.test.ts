import { join } from "node:path";
import { expect, test } from "vitest";
import { STATE } from "../support/places.ts";
import { runKills } from "./kill-run.ts";

const RECIPIENTS = 300;
const KILLS = 20;
/** It only ends what hangs. */
const MINUTES_15 = 900_000;

test(
  `after ${KILLS} SIGKILLs on workers and database nothing arrives twice, nothing is lost unlabelled, and the states add up each time`,
  async () => {
    const run = await runKills({
      folder: join(STATE, "tests", "kill"),
      recipients: RECIPIENTS,
      kills: KILLS,
      workers: 3,
      seed: 7,
    });
    expect(run.faults).toEqual([]);
    expect(run.killsUnderWay).toBeGreaterThan(KILLS / 2);
    // One that was still starting has no way yet to end in order.
    for (const code of run.exitCodes) expect([0, null]).toContain(code);
    // Besides what the mail server lets nobody know, a few for each kill; more would mean that rows
    // are given up too easily.
    expect((run.states.unknown ?? 0) - run.unknownDropped).toBeLessThan(KILLS * 5);
    expect(run.states.accepted).toBeGreaterThan(RECIPIENTS / 2);
  },
  MINUTES_15,
);
