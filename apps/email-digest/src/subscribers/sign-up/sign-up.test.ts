import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { endSubscription } from "../unsubscribe-link.ts";
import { openTestService, SECRET, type TestService } from "../../testing/test-service.ts";
import { unsubscribeToken } from "../token.ts";
import { LIMITS } from "./limits.ts";
import { keepRetention } from "../privacy/retention.ts";
import { fileSignUp } from "./sign-up.ts";
import { softenSuppression, suppressAddress } from "../suppression.ts";
import { confirmSubscription, issueConfirmToken } from "../timed-link.ts";

let it: TestService;
beforeEach(async () => {
  await it?.close();
  it = await openTestService();
});
afterAll(() => it.close());

interface Ask {
  kind?: "subscribe" | "manage";
  network?: string;
  isTimed?: boolean;
}

let nonces = 0;
async function file(
  address: string,
  { kind = "subscribe", network = "192.0.2.0/24", isTimed = true }: Ask = {},
): Promise<void> {
  const { service } = it;
  const good = { kind: "good" as const, hash: `nonce ${(nonces += 1)}`, expiresAt: service.now() };
  const signUp = {
    kind,
    address,
    network,
    nonce: isTimed ? good : { kind: "missing" as const },
    consentText: "c",
    form: "/digest/",
  };
  await fileSignUp(service.db, SECRET, signUp, service.now(), (id, tx) =>
    service.enqueueSignUp(id, tx),
  );
}

async function ask(address: string, options: Ask = {}) {
  await file(address, options);
  return (await it.settle())[0];
}

async function join(address: string): Promise<string> {
  await ask(address);
  const id = it.notices.at(-1)?.id ?? "";
  await confirmSubscription(
    it.service.db,
    await issueConfirmToken(it.service.db, id, it.service.now()),
    it.service.now(),
  );
  it.pass(2 * 24 * 60);
  it.notices.length = 0;
  return id;
}

describe("one address", () => {
  test("gets one mail a quarter of an hour and three a day, in all states and spellings together", async () => {
    const outcomes = [];
    for (const [minutes, address] of [
      [0, "often@example.org"],
      [5, "often@example.org"],
      [15, "Often@Example.org"],
      [20, "often+tag@example.org"],
      [40, "often@example.org"],
      [300, "often@example.org"],
      [1_200, "often@example.org"],
    ] as const) {
      it.pass(minutes);
      outcomes.push(await ask(address));
    }
    expect(outcomes).toEqual([
      "mail-due",
      "limited",
      "mail-due",
      "mail-due",
      "limited",
      "limited",
      "mail-due",
    ]);
  });

  test("that does not answer is asked a few times a month and then left alone, whoever asks", async () => {
    const outcomes: (string | undefined)[] = [];
    for (let day = 0; day < 30; day += 1) {
      outcomes.push(await ask("silent@example.org", { network: `10.0.${day}.0/24` }));
      await keepRetention(it.service.db, SECRET, it.service.now());
      it.pass(24 * 60);
    }
    expect(outcomes.filter((outcome) => outcome === "mail-due")).toHaveLength(
      LIMITS.confirmation[0].mails,
    );
    it.pass(60);
    expect(await ask("silent@example.org")).toBe("mail-due");
    const old = await it.service.db
      .selectFrom("limited_mails")
      .where("at", "<", it.service.now())
      .select(["network", "domain_hash"])
      .execute();
    expect(old.length).toBeGreaterThan(0);
    for (const row of old) expect(row).toEqual({ network: "", domain_hash: "" });
  });

  test("is the same subscriber however it is spelt", async () => {
    const id = await join("Same@example.org");
    await ask("same@EXAMPLE.org".replace("EXAMPLE", "example"));
    expect(it.notices).toEqual([{ id, kind: "reminder" }]);
  });

  test("that is subscribed is reminded once a day and stays subscribed", async () => {
    const id = await join("known@example.org");
    expect(await ask("known@example.org")).toBe("mail-due");
    it.pass(60);
    expect(await ask("known@example.org")).toBe("limited");
    it.pass(24 * 60);
    expect(await ask("known@example.org")).toBe("mail-due");
    expect(it.notices).toEqual([
      { id, kind: "reminder" },
      { id, kind: "reminder" },
    ]);
  });

  test("gets the link to change a subscription only where there is one", async () => {
    const id = await join("known@example.org");
    expect(await ask("known@example.org", { kind: "manage" })).toBe("mail-due");
    expect(it.notices).toEqual([{ id, kind: "manage" }]);
    expect(await ask("nobody@example.org", { kind: "manage" })).toBe("no-mail");
    expect(await it.service.db.selectFrom("subscribers").select("id").execute()).toHaveLength(1);
  });

  test("that left may come back; after a complaint nobody is asked, after a bounce not for a month", async () => {
    const id = await join("back@example.org");
    await endSubscription(it.service.db, unsubscribeToken(SECRET, id), it.service.now());
    expect(await ask("back@example.org")).toBe("mail-due");
    for (const reason of ["complaint", "bounced", "erased"] as const)
      await suppressAddress(
        it.service.db,
        SECRET,
        `${reason}@example.org`,
        reason,
        it.service.now(),
      );
    expect(await ask("complaint@example.org")).toBe("no-mail");
    expect(await ask("Bounced@example.org")).toBe("no-mail");
    expect(await ask("erased@example.org")).toBe("mail-due");
    it.pass(31 * 24 * 60);
    expect(await ask("complaint@example.org")).toBe("no-mail");
    expect(await ask("bounced@example.org")).toBe("mail-due");
    await suppressAddress(it.service.db, SECRET, "complaint@example.org", "bounced", new Date(0));
    expect(await ask("complaint@example.org")).toBe("no-mail");
    await softenSuppression(it.service.db, SECRET, "complaint@example.org", it.service.now());
    expect(await ask("complaint@example.org")).toBe("mail-due");
  });
});

describe("limits", () => {
  const many = async (
    count: number,
    address: (index: number) => string,
    options: (index: number) => Ask,
  ) => {
    for (let index = 0; index < count; index += 1) await file(address(index), options(index));
    return (await it.settle()).filter((outcome) => outcome === "mail-due").length;
  };

  test("of a network, a domain and everybody hold, and an hour later there is room again", async () => {
    const hour = {
      network: LIMITS.network[0].mails,
      domain: LIMITS.domain[0].mails,
      everyone: LIMITS.everyone[0].mails,
    };
    expect(
      await many(
        40,
        (index) => `n${index}@d${index}.example`,
        () => ({}),
      ),
    ).toBe(hour.network);
    expect(
      await many(
        120,
        (index) => `d${index}@example.org`,
        (index) => ({ network: `10.0.${index}.0/24` }),
      ),
    ).toBe(hour.domain);
    expect(it.alarms).toEqual([]);
    const rest = hour.everyone - hour.network - hour.domain;
    expect(
      await many(
        200,
        (index) => `e${index}@e${index}.example`,
        (index) => ({ network: `10.1.${index}.0/24` }),
      ),
    ).toBe(rest);
    expect(it.alarms).toEqual(["sign-up-budget"]);
    it.pass(61);
    expect(
      await many(
        1,
        () => "next@next.example",
        () => ({ network: "10.2.0.0/24" }),
      ),
    ).toBe(1);
  });

  test("forms without a nonce use up a part of the budget, never all of it", async () => {
    expect(
      await many(
        300,
        (index) => `u${index}@u${index}.example`,
        (index) => ({ network: `10.0.${index}.0/24`, isTimed: false }),
      ),
    ).toBe(LIMITS.untimed[0].mails);
    expect(await ask("timed@timed.example", { network: "10.9.0.0/24" })).toBe("mail-due");
  });

  test("an address over the limit leaves no trace of itself", async () => {
    await many(
      40,
      (index) => `n${index}@d${index}.example`,
      () => ({}),
    );
    expect(await it.service.db.selectFrom("subscribers").select("id").execute()).toHaveLength(
      LIMITS.network[0].mails,
    );
    expect(await it.service.db.selectFrom("sign_ups").select("id").execute()).toEqual([]);
  });
});
