import { fail, type Diagnosis, ok, warn } from "./diagnosis.ts";
import { type RawMessage, signedNames, valuesOf } from "./raw-message.ts";

/** Longest List-Id (RFC 2919, 8) and longest line (RFC 5322, 2.1.1), without its end. */
const LONGEST_LIST_ID = 255;
const LONGEST_LINE = 998;

/** Fields that may stand once only, and must (RFC 5322, 3.6; subject and To by our own rule). */
const SINGLE = ["From", "To", "Subject", "Date", "Message-ID"];

/** Fields whose forgery would mislead a reader or a provider. */
const COVERED = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
];

function lintUnsubscribe(message: RawMessage): Diagnosis {
  const rule = "one-click";
  const [field = "", ...more] = valuesOf(message, "List-Unsubscribe");
  const secure = [...field.matchAll(/<https:\/\/[^<>\s]+>/g)];
  const post = valuesOf(message, "List-Unsubscribe-Post");
  if (field === "" || more.length > 0)
    return fail(
      rule,
      `${more.length === 0 ? "no" : "more than one"} List-Unsubscribe`,
      "Send exactly one.",
    );
  if (secure.length !== 1)
    return fail(
      rule,
      `List-Unsubscribe is ${field}`,
      "It needs one https address in angle brackets; set SITE_URL to an https address.",
    );
  if (post.length !== 1 || post[0] !== "List-Unsubscribe=One-Click")
    return fail(
      rule,
      `List-Unsubscribe-Post is ${post.join(", ") || "missing"}`,
      "It must be List-Unsubscribe=One-Click (RFC 8058, 3.1).",
    );
  return ok(rule, "List-Unsubscribe with one https address, and List-Unsubscribe-Post");
}

function lintList(message: RawMessage): Diagnosis {
  const rule = "list-headers";
  const [id = ""] = valuesOf(message, "List-Id");
  if (!/<[a-z0-9-]+(\.[a-z0-9-]+)+>$/i.test(id) || id.length >= LONGEST_LIST_ID)
    return fail(
      rule,
      `List-Id is ${id || "missing"}`,
      "It must end in <label.domain> and stay the same for ever (RFC 2919).",
    );
  for (const name of ["List-Help", "List-Archive"]) {
    const [value = ""] = valuesOf(message, name);
    if (!/^<(https?|mailto):[^<>\s]+>$/.test(value))
      return fail(
        rule,
        `${name} is ${value || "missing"}`,
        "It takes one address in angle brackets (RFC 2369).",
      );
  }
  return ok(rule, `List-Id ${id}, with help and archive`);
}

function lintSingles(message: RawMessage, domain: string): Diagnosis {
  const rule = "basic-headers";
  for (const name of SINGLE) {
    const count = valuesOf(message, name).length;
    if (count !== 1) return fail(rule, `${count} × ${name}`, "It must stand exactly once.");
  }
  const [to = ""] = valuesOf(message, "To");
  if ((to.match(/@/g) ?? []).length !== 1)
    return fail(rule, "To holds more than one recipient", "Every mail goes to one person.");
  const [id = ""] = valuesOf(message, "Message-ID");
  if (!id.endsWith(`@${domain}>`))
    return fail(rule, `Message-ID is ${id}`, `It must be of the domain of From, ${domain}.`);
  if (valuesOf(message, "Auto-Submitted")[0] !== "auto-generated")
    return fail(
      rule,
      "no Auto-Submitted: auto-generated",
      "Without it, holiday notices answer the digest (RFC 3834, 5).",
    );
  return ok(rule, "From, To, Subject, Date and Message-ID once each; marked as automatic");
}

function lintLines({ source }: RawMessage): Diagnosis {
  const rule = "line-length";
  const longest = Math.max(
    ...source
      .toString("latin1")
      .split("\r\n")
      .map((line) => line.length),
  );
  if (longest > LONGEST_LINE)
    return fail(
      rule,
      `a line of ${longest} bytes`,
      `No line may be longer than ${LONGEST_LINE}; encode the body as quoted-printable.`,
    );
  if (/[^\r]\n/.test(source.toString("latin1")))
    return fail(rule, "line ends without carriage return", "Mail lines end in CR LF.");
  return ok(rule, `longest line ${longest} bytes`);
}

function lintCoverage(message: RawMessage): Diagnosis {
  const rule = "dkim-coverage";
  const [signature] = valuesOf(message, "DKIM-Signature");
  if (signature === undefined)
    return warn(
      rule,
      "not signed by this service",
      "Set DKIM_SELECTOR and DKIM_KEY_FILE, or make sure the mail server signs, with both " +
        "List-Unsubscribe headers.",
    );
  const covered = signedNames(signature);
  const missing = COVERED.filter((name) => !covered.includes(name));
  if (missing.length > 0)
    return fail(
      rule,
      `the signature leaves out ${missing.join(", ")}`,
      "Add them to the signed headers (RFC 8058, 4).",
    );
  if (/(^|;)\s*l\s*=/.test(signature))
    return fail(
      rule,
      "the signature covers only a part of the body (l=)",
      "Leave out the l tag, or anyone may append to the mail.",
    );
  return ok(
    rule,
    `the signature covers ${covered.length} headers, both List-Unsubscribe ones among them`,
  );
}

/**
 * The rules about the header section and the form of a list mail.
 * @param domain the domain of the From address
 */
export function lintHeaders(message: RawMessage, domain: string): Diagnosis[] {
  return [
    lintUnsubscribe(message),
    lintList(message),
    lintSingles(message, domain),
    lintLines(message),
    lintCoverage(message),
  ];
}
