import { createHash, createPrivateKey } from "node:crypto";
import signHeaders from "nodemailer/lib/dkim/sign";

/** The key under which mails are signed (RFC 6376). */
export interface Signing {
  /**
   * Domain the signature speaks for; aligned when it is the From address's own or a parent (RFC
   * 9989).
   */
  domain: string;
  selector: string;
  /** RSA key in PEM. */
  key: string;
}

export type SigningResult =
  | { kind: "signing"; signing: Signing }
  | { kind: "faulty"; reason: string };

/** Keys below this are refused by verifiers (RFC 8301, 3.2). */
const FEWEST_BITS = 1_024;

/**
 * What a signature covers. One-click unsubscription needs both List-Unsubscribe headers signed (RFC
 * 8058, 4), and signing libraries leave out the second one by default.
 */
export const SIGNED_HEADERS = [
  "From",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "Reply-To",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Auto-Submitted",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "List-Archive",
  "List-Help",
] as const;

/**
 * Checks a key before anything is sent: the mail library would send without a signature, and say
 * nothing.
 */
export function readSigning(domain: string, selector: string, key: string): SigningResult {
  let parsed;
  try {
    parsed = createPrivateKey(key);
  } catch {
    return {
      kind: "faulty",
      reason: "it is no private key in PEM; make one with: openssl genrsa -out dkim.pem 2048",
    };
  }
  if (parsed.asymmetricKeyType !== "rsa")
    return {
      kind: "faulty",
      reason: `it is of the kind ${parsed.asymmetricKeyType}; mails are signed with RSA`,
    };
  const bits = parsed.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < FEWEST_BITS)
    return {
      kind: "faulty",
      reason: `it has ${bits} bits; verifiers refuse fewer than ${FEWEST_BITS}, and 2048 are usual`,
    };
  return { kind: "signing", signing: { domain, selector, key } };
}

/** One character a byte, as the header has to be read. */
const inBytes = (text: string) => Buffer.from(text).toString("latin1");

/**
 * Makes the signature field of a message, with the line's end: of its header, and of its body in
 * the "relaxed" form (RFC 6376, 3.4).
 */
export function createSigner({
  domain,
  selector,
  key,
}: Signing): (head: string, relaxedBody: string) => string {
  const options = {
    domainName: domain,
    keySelector: selector,
    privateKey: createPrivateKey(key),
    headerFieldNames: SIGNED_HEADERS.join(":"),
  };
  return (head, relaxedBody) => {
    const fields = inBytes(head)
      .split(/\r\n(?![ \t])/)
      .map((line) => ({ key: line.slice(0, line.indexOf(":")).toLowerCase(), line }));
    const field = signHeaders(
      fields,
      "sha256",
      createHash("sha256").update(relaxedBody).digest("base64"),
      options,
    );
    if (field === false) throw new Error("the key does not sign");
    return `${field}\r\n`;
  };
}
