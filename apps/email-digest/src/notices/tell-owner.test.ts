import { Cv } from "@triptych/schema";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAddresses } from "../addresses/page-addresses.ts";
import { takeWorkerLock, type WorkerLock } from "../delivery/worker-lock.ts";
import type { OutgoingMessage } from "../mail/compose-message.ts";
import type { SendOutcome } from "../smtp/send-outcome.ts";
import { storeSampleEdition } from "../testing/sample-edition.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { type OwnerSending, tellOwner } from "./tell-owner.ts";

const HOUR = 3_600_000;
const cv = Cv.parse({ profile: { name: "Ada Example", emails: ["ada@scholar.example"] } });

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let lock: WorkerLock;
let now: Date;
let sent: OutgoingMessage[];
let outcome: SendOutcome;
let ownerAddress: string | undefined;

beforeAll(async () => {
  database = await openTestDatabase();
  lock = await takeWorkerLock(database.connection);
});
afterAll(async () => {
  await lock.close();
  await database.close();
});
beforeEach(async () => {
  now = new Date("2026-03-01T12:00:00Z");
  sent = [];
  outcome = { kind: "accepted", reply: "250 ok" };
  ownerAddress = undefined;
  await sql`TRUNCATE editions, subscribers, alarms RESTART IDENTITY CASCADE`.execute(database.db);
});

const tell = () => {
  const sending: OwnerSending = {
    db: database.db,
    mailer: {
      send: (mail) => {
        if (outcome.kind === "accepted") sent.push(mail);
        return Promise.resolve(outcome);
      },
    },
    addresses: createAddresses("https://scholar.example"),
    name: "Ada Example",
    now: () => now,
    readCv: () => Promise.resolve(cv),
    mailFrom: "digest@scholar.example",
    stateFolder: "/nowhere",
    ownerAddress,
  };
  return tellOwner(sending);
};
const pass = (hours: number) => (now = new Date(now.getTime() + hours * HOUR));
const hold = (reason: string | null) =>
  database.db
    .updateTable("editions")
    .set({ held_at: reason === null ? null : now, held_reason: reason })
    .execute();

describe("an edition", () => {
  test("that is done is told once: who accepted, who refused and why, who came and went", async () => {
    const before = new Date(now.getTime() - HOUR);
    const { number } = await storeSampleEdition(
      database.db,
      ["accepted", "accepted", "failed", "failed", "unknown"],
      before,
    );
    const reply = "550 5.1.1 <address> no such user";
    const refused = database.db.updateTable("deliveries").set({ reply });
    await refused.where("state", "=", "failed").execute();
    // Mail of which nobody knows is an alarm too.
    expect([await tell(), await tell(), await tell()]).toEqual([1, 1, 0]);
    const [mail] = sent;
    expect(mail).toMatchObject({
      to: "ada@scholar.example",
      from: { name: "Ada Example", address: "digest@scholar.example" },
      headers: { "Auto-Submitted": "auto-generated" },
      letter: { subject: `Edition ${number}: 2 sent, 2 failed` },
    });
    for (const line of [
      "accepted by the servers of 2 people",
      `2 × ${reply}`,
      "5 people joined",
      "0 people left",
      `--resend-unknown ${number}`,
      `https://scholar.example/digest/editions/${number}`,
      "OWNER_ADDRESS=none",
    ])
      expect(mail?.letter.text).toContain(line);
    expect(mail?.letter.html).toContain("2 × 550 5.1.1 &lt;address&gt; no such user");
  });

  test("is not told while mail of it waits, is under way or on hold", async () => {
    for (const state of ["planned", "sending"] as const)
      await storeSampleEdition(database.db, ["accepted", state], now);
    expect(await tell()).toBe(0);
    await database.db.updateTable("deliveries").set({ state: "accepted" }).execute();
    expect([await tell(), await tell(), await tell()]).toEqual([1, 1, 0]);
  });

  test("is told later where the mail server does not take the mail", async () => {
    await storeSampleEdition(database.db, ["accepted"], now);
    outcome = { kind: "unreachable", reply: "no route" };
    await expect(tell()).rejects.toThrow("no route");
    outcome = { kind: "accepted", reply: "250 ok" };
    expect(await tell()).toBe(1);
  });
});

describe("an alarm", () => {
  beforeEach(async () => {
    await storeSampleEdition(database.db, ["planned"], now);
    const later = new Date(now.getTime() + 1_000 * HOUR);
    await database.db.updateTable("deliveries").set({ due_at: later }).execute();
    await hold("554 5.7.1 refused.");
  });

  test("is told with what to do, again after a week, and at once when it comes back", async () => {
    expect([await tell(), await tell()]).toEqual([1, 0]);
    expect(sent[0]?.letter.subject).toContain("Edition 1 is on hold, with 1 mail left");
    expect(sent[0]?.letter.text).toContain("editions resume");
    pass(100);
    expect(await tell()).toBe(0);
    pass(100);
    expect(await tell()).toBe(1);
    await hold(null);
    pass(2);
    expect(await tell()).toBe(0);
    await hold("554 5.7.1 again.");
    expect(await tell()).toBe(1);
  });

  test("that comes and goes is no flood of mails", async () => {
    for (let round = 0; round < 48; round += 1) {
      await hold(round % 2 === 0 ? "no." : null);
      await tell();
      pass(0.5);
    }
    expect(sent).toHaveLength(4);
  });

  test("is told by one of several workers", async () => {
    await Promise.all(Array.from({ length: 5 }, tell));
    expect(sent).toHaveLength(1);
  });
});

test("nobody is told who does not want it, and another address where one is named", async () => {
  await storeSampleEdition(database.db, ["accepted"], now);
  ownerAddress = "none";
  expect(await tell()).toBe(0);
  ownerAddress = "office@scholar.example";
  expect(await tell()).toBe(1);
  expect(sent.map(({ to }) => to)).toEqual(["office@scholar.example"]);
});
