import { expect, test } from "vitest";
import { takeTurns } from "./turn.mjs";

/** Work whose turns end when the test says so. */
function slowWork() {
  const turns = [];
  const work = () => new Promise((end) => turns.push(end));
  return { turns, ask: takeTurns(work) };
}

test("asked for while it runs, work has one more turn, however often it was asked", async () => {
  const { turns, ask } = slowWork();
  const first = ask();
  expect([ask(), ask(), ask()]).toEqual([first, first, first]);
  expect(turns).toHaveLength(1);
  turns[0]();
  await Promise.resolve();
  await Promise.resolve();
  expect(turns).toHaveLength(2);
  turns[1]();
  await first;
  expect(turns).toHaveLength(2);
  void ask();
  expect(turns).toHaveLength(3);
});

test("a turn that fails does not stop the ones after it", async () => {
  let turns = 0;
  const ask = takeTurns(() => {
    turns += 1;
    return turns === 1 ? Promise.reject(new Error("first")) : Promise.resolve();
  });
  await expect(ask()).rejects.toThrow("first");
  await ask();
  expect(turns).toBe(2);
});
