import * as fc from "fast-check";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readReport } from "./read-report.ts";
import { readReturnPath } from "../addresses/return-path.ts";
import { judgeDelivery } from "./judgement.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const read = async (name: string) => readReport(await readFile(join(FIXTURES, `${name}.eml`)));

describe("reports of a real mail server", () => {
  test.each([
    ["unknown-user-failed", 1, "failed", "5.1.1", "hard"],
    ["unknown-user-local-failed", 2, "failed", "5.1.1", "hard"],
    ["mailbox-full-local-failed", 3, "failed", "5.2.2", "soft"],
    ["mailbox-full-failed", 4, "failed", "5.2.2", "soft"],
    ["refused-by-policy-failed", 5, "failed", "5.7.1", "policy"],
    ["not-aligned-failed", 6, "failed", "5.7.515", "policy"],
    ["temporary-delayed", 7, "delayed", "4.3.0", undefined],
    ["temporary-failed", 7, "failed", "4.3.0", "soft"],
    ["no-code-failed", 8, "failed", "5.0.0", "soft"],
    ["unreachable-delayed", 9, "delayed", "4.4.1", undefined],
    ["unreachable-failed", 9, "failed", "4.4.1", "soft"],
  ] as const)(
    "%s: about subscriber %i, %s with %s, so %s",
    async (name, id, action, status, kind) => {
      const report = await read(name);
      if (report.kind !== "delivery") throw new Error(`read as ${report.kind}`);
      expect(report.recipients).toMatchObject([{ action, status }]);
      expect(judgeDelivery(report.recipients)?.kind).toBe(kind);
      const paths = report.addresses
        .map((address) => readReturnPath("a secret for tests", address))
        .filter((path) => path.kind !== "foreign");
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths)
        expect(path).toEqual({
          kind: "delivery",
          key: { edition: 3, subscriberId: `00000000-0000-4000-8000-00000000000${id}` },
        });
    },
  );

  test("all of them are covered here", async () => {
    expect(
      (await readdir(FIXTURES)).filter((name) => /-(failed|delayed)\.eml$/.test(name)),
    ).toHaveLength(11);
  });

  test("are read alike with the line ends of mail and of files", async () => {
    const source = (await readFile(join(FIXTURES, "unknown-user-failed.eml"))).toString("latin1");
    const crlf = Buffer.from(source.replaceAll("\n", "\r\n"), "latin1");
    const [lf, withCr] = [await readReport(Buffer.from(source, "latin1")), await readReport(crlf)];
    expect(withCr).toEqual(lf);
  });

  test("keep what the server said, put together from its lines", async () => {
    const report = await read("unknown-user-failed");
    expect(report.kind === "delivery" ? report.recipients[0]?.diagnostic : "").toBe(
      "smtp; 550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown",
    );
  });
});

describe("reports of providers, and those in a server's own words", () => {
  test.each([
    ["gmail-hard", "failed", "hard", "5.1.1"],
    ["outlook-hard", "failed", "hard", "5.1.10"],
    ["text-qmail-hard", "failed", "hard", "5.1.1"],
    ["text-qmail-remote-soft", "failed", "soft", "5.2.2"],
    ["text-exim-hard", "failed", "hard", "5.1.1"],
    ["text-exim-policy", "failed", "policy", "5.7.26"],
    ["text-exim-warning", "delayed", undefined, undefined],
    ["text-sendmail-hard", "failed", "hard", "5.1.1"],
  ])("%s: %s, so %s by %s, and whose mail it was", async (name, action, kind, status) => {
    const report = await read(name);
    if (report.kind !== "delivery") throw new Error(`read as ${report.kind}`);
    expect(report.recipients).toMatchObject([{ action }]);
    const judgement = judgeDelivery(report.recipients);
    expect([judgement?.kind, judgement?.status]).toEqual([kind, status]);
    const paths = report.addresses.map((address) => readReturnPath("a secret for tests", address));
    expect(paths).toContainEqual(expect.objectContaining({ kind: "delivery" }));
  });

  test("come from servers; a reader who begins alike reports nothing", async () => {
    const source = (await readFile(join(FIXTURES, "text-qmail-hard.eml"))).toString();
    const person = source.replace("From: MAILER-DAEMON@", "From: reader@");
    expect(await readReport(Buffer.from(person))).toEqual({ kind: "other" });
  });

  test("about several addresses are about a list or a forward, and end no subscription", async () => {
    const source = (await readFile(join(FIXTURES, "text-qmail-hard.eml"))).toString();
    const more = "<other@example.org>:\n552 5.2.2 Mailbox is full\n\n--- Below";
    const report = await readReport(Buffer.from(source.replace("--- Below", more)));
    expect(report.kind === "delivery" && judgeDelivery(report.recipients)?.kind).toBe("soft");
  });
});

describe("complaints", () => {
  test("name their type, and our tokens wherever they stand", async () => {
    const report = await read("arf-abuse");
    expect(report).toMatchObject({
      kind: "feedback",
      type: "abuse",
      links: [`https://scholar.example/digest/unsubscribe/${"t".repeat(43)}`],
    });
    expect(await read("arf-not-spam")).toMatchObject({ kind: "feedback", type: "not-spam" });
  });
});

test.each(["holiday", "holiday-quoting"])("%s: no report, whatever it says", async (name) => {
  expect(await read(name)).toEqual({ kind: "other" });
});

describe("more than one recipient stands for a list behind the address", () => {
  const failed = (status: string) => ({ action: "failed" as const, status, diagnostic: "" });
  test.each([
    [[failed("5.1.1"), failed("5.1.1")], "hard"],
    [[failed("5.1.1"), { action: "delivered" as const, status: "2.0.0", diagnostic: "" }], "soft"],
    [[failed("5.1.1"), failed("5.2.2")], "soft"],
    [[failed("5.2.2"), failed("5.7.1")], "policy"],
    [[], undefined],
  ])("%j: %s", (recipients, kind) => {
    expect(judgeDelivery(recipients)?.kind).toBe(kind);
  });

  test("a code in the server's words says more than x.0.0", () => {
    expect(
      judgeDelivery([
        { action: "failed", status: "5.0.0", diagnostic: "smtp; 550 5.1.1 no such user" },
      ])?.kind,
    ).toBe("hard");
  });
});

test("a mail with more parts than any report is given up, and not thrown about", async () => {
  const parts = Array.from({ length: 20_000 }, () => "--b\r\n\r\n\r\n").join("");
  const bomb = `Content-Type: multipart/report; boundary=b\r\n\r\n${parts}--b--\r\n`;
  expect(await readReport(Buffer.from(bomb))).toEqual({ kind: "other" });
});

test("junk, cut and mixed-up reports are read without a fault", async () => {
  const source = await readFile(join(FIXTURES, "unknown-user-failed.eml"));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(source.length),
      fc.nat(source.length),
      fc.uint8Array({ maxLength: 40 }),
      async (from, to, junk) => {
        const mixed = Buffer.concat([
          source.subarray(0, from),
          Buffer.from(junk),
          source.subarray(to),
        ]);
        expect(["delivery", "feedback", "unreadable", "other"]).toContain(
          (await readReport(mixed)).kind,
        );
      },
    ),
    { numRuns: 150 },
  );
});
