import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReturnPath } from "../addresses/return-path.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { BOUNCE_SECRET, openTestApp, type TestApp } from "../testing/test-app.ts";
import { SECRET } from "../testing/test-service.ts";
import { bounceRoutes } from "./bounce-routes.ts";

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp();
});
afterAll(() => it.close());

const authorization = { Authorization: `Bearer ${BOUNCE_SECRET}` };
const hand = (body: BodyInit, headers: Record<string, string> = authorization) =>
  it.app.request("/digest/bounces", { method: "POST", headers, body });

/** A recorded report, about another delivery. */
async function reportAbout(subscriberId: string, edition: number): Promise<string> {
  const text = await readFile(
    join(import.meta.dirname, "../bounce/fixtures/unknown-user-failed.eml"),
    "latin1",
  );
  return text.replaceAll(
    /bounce\+\S+@scholar\.example/g,
    createReturnPath(SECRET, "bounce@scholar.example", { edition, subscriberId }),
  );
}

describe("reports over HTTP", () => {
  test("are acted upon", async () => {
    const { number, ids } = await storeSampleEdition(it.service.db, ["accepted"], it.service.now());
    const response = await hand(await reportAbout(ids[0] ?? "", number));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ kind: "counted" });
    const next = await storeSampleEdition(it.service.db, [], it.service.now());
    await it.service.db
      .insertInto("deliveries")
      .columns(["edition", "subscriber_id", "state", "message_id", "due_at"])
      .expression((eb) =>
        eb
          .selectFrom("deliveries")
          .where("edition", "=", number)
          .select([
            eb.val(next.number).as("edition"),
            "subscriber_id",
            "state",
            eb.val(`next-${number}`).as("message_id"),
            "due_at",
          ]),
      )
      .execute();
    const second = await hand(await reportAbout(ids[0] ?? "", next.number));
    expect(await second.json()).toEqual({ kind: "suppressed", reason: "bounced" });
    const { status } = await it.service.db
      .selectFrom("subscribers")
      .where("id", "=", ids[0] ?? "")
      .select("status")
      .executeTakeFirstOrThrow();
    expect(status).toBe("unsubscribed");
  });

  test.each<Record<string, string>>([
    {},
    { Authorization: "Bearer wrong" },
    { Authorization: BOUNCE_SECRET },
    { Authorization: "Bearer " },
  ])("are refused with %j, and nothing changes", async (headers) => {
    const { number, ids } = await storeSampleEdition(it.service.db, ["accepted"], it.service.now());
    expect((await hand(await reportAbout(ids[0] ?? "", number), headers)).status).toBe(401);
    expect(
      await it.service.db
        .selectFrom("reports")
        .where("subscriber_id", "=", ids[0] ?? "")
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  test("are refused when they are too long", async () => {
    expect((await hand("x".repeat(600_000))).status).toBe(413);
  });

  test("have no address while there is no secret, and none to look at", async () => {
    expect(
      (await bounceRoutes(it.service, undefined, () => undefined).request("/", { method: "POST" }))
        .status,
    ).toBe(404);
    expect((await it.app.request("/digest/bounces")).status).toBe(404);
  });

  test("may hold anything without a fault of ours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (body) => {
        const response = await hand(Buffer.from(body));
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({ kind: "ignored" });
      }),
      { numRuns: 100 },
    );
  });
});
