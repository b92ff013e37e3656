import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planEdition, someAddresses } from "../testing/planned-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { reserveDeliveries } from "./reserve.ts";

const now = new Date("2026-01-01T12:00:00Z");
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const reserve = (
  limits: { perMinute?: number; perMinuteAndDomain?: number },
  at = now,
  worker = 1,
) =>
  reserveDeliveries(
    database.db,
    worker,
    50,
    { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [], ...limits },
    at,
  );

const domainsOf = (claims: readonly { address: string }[]) => {
  const counts: Record<string, number> = {};
  for (const { address } of claims)
    counts[address.split("@")[1] ?? ""] = (counts[address.split("@")[1] ?? ""] ?? 0) + 1;
  return counts;
};

describe("limits", () => {
  test("without one, as many are taken as are asked for, and the last call says that nothing is due", async () => {
    await planEdition(database.db, someAddresses(70), now);
    expect((await reserve({})).claims).toHaveLength(50);
    expect(await reserve({})).toMatchObject({ wait: 0, claims: { length: 20 } });
    expect(await reserve({})).toEqual({ claims: [], wait: 0 });
  });

  test("of all mails hold over all workers: a burst of five seconds, then as many as time allows", async () => {
    await planEdition(database.db, someAddresses(100), now);
    const limit = { perMinute: 60 };
    expect(await reserve(limit)).toMatchObject({ claims: { length: 5 } });
    expect(await reserve(limit, now, 2)).toEqual({ claims: [], wait: 1_000 });
    expect((await reserve(limit, after(1_000), 2)).claims).toHaveLength(1);
    expect((await reserve(limit, after(3_500))).claims).toHaveLength(2);
    expect((await reserve(limit, after(3_600_000))).claims).toHaveLength(5);
  });

  test("of a domain keep nobody else waiting", async () => {
    await planEdition(
      database.db,
      [
        ...someAddresses(60, "big.example"),
        ...someAddresses(3, "small.example"),
        ...someAddresses(20, "other.example"),
      ],
      now,
    );
    const limit = { perMinuteAndDomain: 120 };
    const first = await reserve(limit);
    expect(domainsOf(first.claims)).toEqual({
      "big.example": 10,
      "small.example": 3,
      "other.example": 10,
    });
    expect(first.wait).toBe(500);
    expect(domainsOf((await reserve(limit, after(500))).claims)).toEqual({
      "big.example": 1,
      "other.example": 1,
    });
  });

  test("of a domain whose mails are all taken keep nobody waiting", async () => {
    await planEdition(database.db, someAddresses(10, "big.example"), now);
    const limit = { perMinuteAndDomain: 120 };
    expect((await reserve(limit)).claims).toHaveLength(10);
    expect(await reserve(limit)).toEqual({ claims: [], wait: 0 });
  });

  test("below one mail at a time still let one go", async () => {
    await planEdition(database.db, someAddresses(2), now);
    expect(await reserve({ perMinute: 0.5 })).toMatchObject({ claims: { length: 1 } });
    expect(await reserve({ perMinute: 0.5 })).toEqual({ claims: [], wait: 120_000 });
  });

  test("are kept by workers that take at the same moment", async () => {
    await planEdition(database.db, someAddresses(200), now);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, worker) =>
        reserve({ perMinute: 600, perMinuteAndDomain: 480 }, now, worker),
      ),
    );
    expect(results.reduce((sum, { claims }) => sum + claims.length, 0)).toBe(40);
  });

  test("leave no trace of domains that have recovered", async () => {
    await planEdition(database.db, someAddresses(3, "once.example"), now);
    await reserve({ perMinuteAndDomain: 60 });
    expect(await database.db.selectFrom("rates").select("route").execute()).toContainEqual({
      route: "once.example",
    });
    await reserve({ perMinuteAndDomain: 60 }, after(60_000));
    expect(await database.db.selectFrom("rates").select("route").execute()).not.toContainEqual({
      route: "once.example",
    });
  });
});
