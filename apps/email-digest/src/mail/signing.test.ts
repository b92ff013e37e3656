import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createAddresses } from "../addresses/page-addresses.ts";
import { composeMessage, type OutgoingMessage } from "./compose-message.ts";
import { listHeaders } from "./headers.ts";
import { readSigning, type Signing } from "./signing.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "./letter.ts";

const addresses = createAddresses("https://scholar.example");
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;

const mail: OutgoingMessage = {
  from: { name: "Ada Exämple", address: "digest@scholar.example" },
  to: "reader@example.org",
  letter: {
    subject: "Two new papers – “quoted”",
    html: `<p>Łucja &amp;  Ada</p> \n\t<a href="${UNSUBSCRIBE_PLACEHOLDER}">Leave</a>   `,
    text: `Łucja & Ada\n.\nA line that begins with a dot.\nUnsubscribe: ${UNSUBSCRIBE_PLACEHOLDER}\n\n\n`,
  },
  unsubscribe: addresses.unsubscribe("t".repeat(43)),
  messageId: "<0123456789@scholar.example>",
  headers: listHeaders("Ada Exämple", addresses, addresses.unsubscribe("t".repeat(43))),
  date: new Date("2026-01-01T09:00:00Z"),
};

const resolver = (name: string, type: string) =>
  name === "digest2026._domainkey.scholar.example" && type === "TXT"
    ? Promise.resolve([[record]])
    : Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));

let signing: Signing;
let message: Buffer;
beforeAll(async () => {
  const read = readSigning("scholar.example", "digest2026", pem);
  if (read.kind === "faulty") throw new Error(read.reason);
  signing = read.signing;
  message = await composeMessage(mail, signing);
});

describe("a signature", () => {
  test("holds for a verifier that was written by others, and covers both headers of one-click unsubscription", async () => {
    const { results } = await dkimVerify(message, { resolver });
    expect(results.map((result) => result.status.result)).toEqual(["pass"]);
    expect(results[0]).toMatchObject({ signingDomain: "scholar.example", selector: "digest2026" });
    const covered = (results[0]?.signingHeaders?.keys ?? "").toLowerCase().split(/:\s*/);
    for (const name of [
      "from",
      "to",
      "subject",
      "date",
      "message-id",
      "list-id",
      "list-unsubscribe",
      "list-unsubscribe-post",
    ])
      expect(covered).toContain(name);
  });

  test.each([
    [
      "List-Unsubscribe-Post",
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      "List-Unsubscribe-Post: List-Unsubscribe=Two-Clicks",
    ],
    ["List-Unsubscribe", "/digest/unsubscribe/ttt", "/digest/unsubscribe/xtt"],
    ["the body", "begins with", "begins wxth"],
  ])("is broken by a change of %s", async (_what, before, after) => {
    const changed = message.toString("latin1").replace(before, after);
    expect(changed).not.toBe(message.toString("latin1"));
    const { results } = await dkimVerify(Buffer.from(changed, "latin1"), { resolver });
    expect(results.map((result) => result.status.result)).not.toContain("pass");
  });

  test("is left out without a key", async () => {
    expect((await composeMessage(mail, undefined)).toString()).not.toMatch(/^DKIM-Signature:/im);
  });
});

const PYTHON = "/usr/bin/python3";
const hasSecondVerifier = spawnSync(PYTHON, ["-c", "import dkim"]).status === 0;

// Python's dkim is not on npm; mailauth verifies the same signatures everywhere, and this one where
// it is installed.
test.runIf(hasSecondVerifier)("a second verifier agrees", () => {
  const script = `import sys, dkim; sys.exit(0 if dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: ${JSON.stringify(record)}.encode()) else 1)`;
  expect(() => execFileSync(PYTHON, ["-c", script], { input: message })).not.toThrow();
});

describe("a key", () => {
  test("that is none, of another kind or too short is refused before anything is sent", () => {
    const ed25519 = generateKeyPairSync("ed25519")
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString();
    const short = generateKeyPairSync("rsa", { modulusLength: 512 })
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString();
    for (const [key, reason] of [
      ["nonsense", "no private key in PEM"],
      [ed25519, "ed25519"],
      [short, "512 bits"],
    ] as const)
      expect(readSigning("scholar.example", "digest2026", key)).toMatchObject({
        kind: "faulty",
        reason: expect.stringContaining(reason),
      });
  });
});
