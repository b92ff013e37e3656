import { Cv } from "@triptych/schema";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Config } from "../config.ts";
import type { Diagnosis } from "../mail/lint/diagnosis.ts";
import { readSigning, type Signing } from "../mail/signing.ts";
import { resolverOf, type Zone } from "../testing/dns-zone.ts";
import { examineDns, runDoctor } from "./run-doctor.ts";
import { readSenderIdentity } from "./sender-identity.ts";

function createKey(bits = 2_048): { signing: Signing; record: string; bare: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  const read = readSigning(
    "scholar.net",
    "d26",
    privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
  if (read.kind === "faulty") throw new Error(read.reason);
  const inBase64 = (type: "spki" | "pkcs1") =>
    createPublicKey(publicKey.export({ type: "spki", format: "pem" }))
      .export({ type, format: "der" })
      .toString("base64");
  return {
    signing: read.signing,
    record: `v=DKIM1; k=rsa; p=${inBase64("spki")}`,
    bare: `v=DKIM1; p=${inBase64("pkcs1")}`,
  };
}

const { signing, record, bare } = createKey();

const CONFIG: Config = {
  port: 3000,
  host: "127.0.0.1",
  siteUrl: "https://scholar.net",
  recordFolder: undefined,
  siteFolder: undefined,
  databaseUrl: undefined,
  stateFolder: "nowhere",
  metricsToken: undefined,
  ownerAddress: undefined,
  databaseFolder: "/nowhere",
  journalFolder: "/nowhere",
  mailFolder: undefined,
  smtpUrl: "smtp://mail.scholar.net",
  connections: 5,
  policy: { perMinute: 0, perMinuteAndDomain: 0, retryDelays: [300_000] },
  sendingIp: undefined,
  mailFrom: "digest@scholar.net",
  confirmFrom: "confirm@scholar.net",
  bounceAddress: "bounce@scholar.net",
  bounceSecret: undefined,
  dkimSelector: "d26",
  dkimDomain: "scholar.net",
  signing,
  secret: "a secret for tests",
  linkKey: "a secret for tests",
  formerLinkKeys: [],
  secrets: ["a secret for tests"],
  secretFile: undefined,
  backupPassphrase: undefined,
};

/** Answers as a well-kept domain gives them; a TXT record comes in pieces of 255 bytes. */
const ZONE: Zone = {
  "scholar.net TXT": [["some-verification=1"], ["v=spf1 ip4:192.0.2.25 ", "ip6:2001:db8::25 -all"]],
  "scholar.net MX": ["mail.scholar.net"],
  "scholar.net A": ["192.0.2.80"],
  "mail.scholar.net A": ["192.0.2.25"],
  "mail.scholar.net AAAA": ["2001:db8::25"],
  "25.2.0.192.in-addr.arpa PTR": ["mail.scholar.net"],
  "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR": [
    "mail.scholar.net",
  ],
  "d26._domainkey.scholar.net TXT": [[record.slice(0, 255), record.slice(255)]],
  "_dmarc.scholar.net TXT": [["v=DMARC1; p=reject"]],
};

const without = (...names: string[]): Zone =>
  Object.fromEntries(Object.entries(ZONE).filter(([name]) => !names.includes(name)));

async function examine(zone: Zone, changes: Partial<Config> = {}) {
  const { diagnoses, alignment } = await examineDns(
    resolverOf(zone),
    readSenderIdentity({ ...CONFIG, ...changes }),
  );
  const verdicts = Object.fromEntries(
    diagnoses.map(({ rule, verdict }: Diagnosis) => [rule, verdict]),
  );
  return { alignment, verdicts, diagnoses };
}

const WELL = {
  spf: "ok",
  dkim: "ok",
  dmarc: "ok",
  alignment: "ok",
  ptr: "ok",
  "return-path": "ok",
};

describe("the DNS of a sender", () => {
  test("that is well kept gets no complaint", async () => {
    const { alignment, verdicts, diagnoses } = await examine(ZONE);
    expect(verdicts).toEqual(WELL);
    expect(alignment).toBe("can-pass");
    expect(diagnoses.find(({ rule }) => rule === "alignment")?.found).toContain(
      "DKIM of scholar.net and SPF of scholar.net",
    );
  });

  test.each<[string, Zone, Partial<Config>, object, string]>([
    ["no SPF, but DKIM", without("scholar.net TXT"), {}, { spf: "fail" }, "can-pass"],
    [
      "two SPF records",
      { ...ZONE, "scholar.net TXT": [["v=spf1 -all"], ["v=spf1 mx -all"]] },
      {},
      { spf: "fail" },
      "can-pass",
    ],
    [
      "another address than SPF names",
      ZONE,
      { sendingIp: "192.0.2.99", signing: undefined, dkimSelector: undefined },
      { spf: "fail", dkim: "warn", alignment: "fail", ptr: "fail" },
      "cannot-pass",
    ],
    [
      "a relay whose own address SPF does not name",
      { ...ZONE, "scholar.net TXT": [["v=spf1 ip4:203.0.113.0/24 -all"]] },
      { signing: undefined, dkimSelector: undefined },
      { spf: "fail", dkim: "warn", alignment: "warn" },
      "unknown",
    ],
    [
      "SPF that cannot be evaluated",
      { ...ZONE, "scholar.net TXT": [["v=spf1 nonsense:x -all"]] },
      {},
      { spf: "fail" },
      "can-pass",
    ],
    ["SPF alone", without("d26._domainkey.scholar.net TXT"), {}, { dkim: "fail" }, "can-pass"],
    [
      "neither",
      without("scholar.net TXT", "d26._domainkey.scholar.net TXT"),
      {},
      { spf: "fail", dkim: "fail", alignment: "fail" },
      "cannot-pass",
    ],
    [
      "another key in the DNS",
      { ...without("scholar.net TXT"), "d26._domainkey.scholar.net TXT": [[createKey().record]] },
      {},
      { spf: "fail", dkim: "fail", alignment: "fail" },
      "cannot-pass",
    ],
    [
      "a revoked key",
      { ...ZONE, "d26._domainkey.scholar.net TXT": [["v=DKIM1; p="]] },
      {},
      { dkim: "fail" },
      "can-pass",
    ],
    [
      "a key in the older form",
      { ...ZONE, "d26._domainkey.scholar.net TXT": [[bare]] },
      {},
      {},
      "can-pass",
    ],
    ["a relay that signs", ZONE, { signing: undefined }, {}, "can-pass"],
    ["no DMARC", without("_dmarc.scholar.net TXT"), {}, { dmarc: "warn" }, "can-pass"],
    ["no name", without("25.2.0.192.in-addr.arpa PTR"), {}, { ptr: "fail" }, "can-pass"],
    [
      "a name that leads elsewhere",
      { ...ZONE, "25.2.0.192.in-addr.arpa PTR": ["host.elsewhere.net"] },
      {},
      { ptr: "fail" },
      "can-pass",
    ],
    [
      "no way back",
      without("scholar.net MX", "scholar.net A"),
      {},
      { "return-path": "fail" },
      "can-pass",
    ],
    [
      "bounces that nobody reads",
      ZONE,
      { bounceAddress: undefined },
      { "return-path": "warn" },
      "can-pass",
    ],
    [
      "a mail server on this machine",
      ZONE,
      { smtpUrl: "smtp://127.0.0.1" },
      { spf: "warn", ptr: "warn" },
      "can-pass",
    ],
    [
      "a DNS that is out of order",
      { ...ZONE, "scholar.net TXT": "ETIMEOUT", "d26._domainkey.scholar.net TXT": "ESERVFAIL" },
      {},
      { spf: "warn", dkim: "warn", alignment: "warn" },
      "unknown",
    ],
  ])("%s", async (_name, zone, changes, complaints, expected) => {
    const { alignment, verdicts, diagnoses } = await examine(zone, changes);
    expect(verdicts).toEqual({ ...WELL, ...complaints });
    expect(alignment).toBe(expected);
    for (const { verdict, remedy } of diagnoses)
      expect(remedy === undefined).toBe(verdict === "ok");
  });

  test("a signature of another domain vouches for nothing; one of the parent domain does, unless DMARC is strict", async () => {
    const foreign: Signing = { ...signing, domain: "provider.com" };
    const bulk = { ...without("scholar.net TXT"), "d26._domainkey.provider.com TXT": [[record]] };
    expect(await examine(bulk, { signing: foreign })).toMatchObject({
      alignment: "cannot-pass",
      verdicts: { dkim: "ok", alignment: "fail" },
    });
    const mail = { mailFrom: "digest@news.scholar.net" };
    const child = { ...without("scholar.net TXT"), "news.scholar.net MX": ["mail.scholar.net"] };
    expect((await examine(child, mail)).alignment).toBe("can-pass");
    expect(
      (
        await examine(
          { ...child, "_dmarc.scholar.net TXT": [["v=DMARC1; p=reject; adkim=s"]] },
          mail,
        )
      ).alignment,
    ).toBe("cannot-pass");
  });

  test("without a network there is one clear sentence, and nothing is claimed", async () => {
    for (const code of ["ECONNREFUSED", "ETIMEOUT", "ENOTFOUND"]) {
      const { alignment, diagnoses } = await examineDns(
        () => Promise.reject(Object.assign(new Error(code), { code })),
        readSenderIdentity(CONFIG),
      );
      expect(alignment).toBe("unknown");
      expect(diagnoses).toEqual([
        {
          rule: "dns",
          verdict: "fail",
          found: expect.stringContaining("cannot be reached from here"),
          remedy: expect.stringContaining("network"),
        },
      ]);
    }
  });
});

describe("the whole examination", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example" },
    publications: [
      {
        id: "one",
        title: "One",
        authors: ["Ada Example"],
        appearances: [{ kind: "preprint", date: "2026-01" }],
      },
    ],
  });
  const now = new Date("2026-06-01T09:00:00Z");

  test("looks at a rendered mail and verifies its signature with the key in the DNS", async () => {
    const { diagnoses } = await runDoctor({
      config: { ...CONFIG, smtpUrl: undefined },
      cv,
      announced: new Set(),
      now,
      resolver: resolverOf(ZONE),
    });
    const verdict = (rule: string) =>
      diagnoses.find((diagnosis) => diagnosis.rule === rule)?.verdict;
    expect(
      ["dkim-verifies", "dkim-coverage", "one-click", "size", "from-rules", "list-headers"].map(
        verdict,
      ),
    ).toEqual(["ok", "ok", "ok", "ok", "ok", "ok"]);
    expect(verdict("tls")).toBe("warn");
    const other = { ...ZONE, "d26._domainkey.scholar.net TXT": [[createKey().record]] };
    const wrong = await runDoctor({
      config: { ...CONFIG, smtpUrl: undefined },
      cv,
      announced: new Set(),
      now,
      resolver: resolverOf(other),
    });
    expect(wrong.diagnoses.find(({ rule }) => rule === "dkim-verifies")?.verdict).toBe("fail");
  });

  test("a record without works is no fault of the mail", async () => {
    const empty = Cv.parse({ profile: { name: "Ada Example" } });
    const { diagnoses } = await runDoctor({
      config: { ...CONFIG, smtpUrl: undefined },
      cv: empty,
      announced: new Set(),
      now,
      resolver: resolverOf(ZONE),
    });
    expect(diagnoses.find(({ rule }) => rule === "edition")?.verdict).toBe("warn");
  });

  test.each([
    [{ mailFrom: "digest@localhost.localdomain" }, "fail"],
    [{ confirmFrom: "Digest@scholar.net" }, "warn"],
    [{ confirmFrom: "confirm@elsewhere.net" }, "warn"],
  ])("senders %j: %s", async (changes, verdict) => {
    const config = { ...CONFIG, smtpUrl: undefined, ...changes };
    const { diagnoses } = await runDoctor({
      config,
      cv,
      announced: new Set(),
      now,
      resolver: resolverOf(ZONE),
    });
    expect(diagnoses[0]).toMatchObject({ rule: "from-rules", verdict });
  });
});
