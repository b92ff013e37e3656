import { expect, test } from "vitest";
import { coalesce } from "./coalesce.ts";

test("what is asked for during a write goes into the next one, and everyone gets their own result", async () => {
  const batches: (readonly number[])[] = [];
  const written = Promise.withResolvers<void>();
  const double = coalesce(async (items: readonly number[]) => {
    batches.push(items);
    await written.promise;
    return items.map((item) => item * 2);
  });
  const first = [double(1), double(2)];
  await expect.poll(() => batches.length).toBe(1);
  const second = [double(3), double(4), double(5)];
  written.resolve();
  expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test("a write that fails is reported to those in it, and the next one is made", async () => {
  let isBroken = true;
  const write = coalesce((items: readonly string[]) =>
    isBroken ? Promise.reject(new Error("no disk")) : Promise.resolve(items),
  );
  const results = await Promise.allSettled([write("a"), write("b")]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  expect(await write("c")).toBe("c");
});
