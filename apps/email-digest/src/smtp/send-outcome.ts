/**
 * What became of one attempt to hand over a message. `code` is the server's enhanced status code
 * (RFC 3463), where it gave one.
 */
export type SendOutcome =
  | { kind: "accepted"; reply: string }
  /** Not taken now; may be tried again. */
  | { kind: "retry"; reply: string; code?: string }
  /** Refused for good. */
  | { kind: "failed"; reply: string; code?: string }
  /** Refused because of who we are, so that everybody else would be refused too. */
  | { kind: "alarm"; reply: string; code: string }
  /** The connection broke after the message had gone out: nobody here can know. */
  | { kind: "unknown"; reply: string }
  /** There is no mail server to talk to; says nothing about this recipient. */
  | { kind: "unreachable"; reply: string }
  /** Nothing was handed over, because the ledger did not agree at the last moment. */
  | { kind: "not-begun"; reply: string };

export const NOT_BEGUN: SendOutcome = { kind: "not-begun", reply: "nothing was handed over" };

/** How far an attempt had come when it failed. */
export type Stage = "connecting" | "envelope" | "message";

/** What nodemailer tells about a failure: the server's reply, and its code. */
interface SmtpFailure {
  message: string;
  responseCode?: number;
  response?: string;
}

/**
 * Refusals of the sender and not of the recipient: what RFC 7372 and RFC 7505 register for DKIM,
 * SPF and reverse DNS, and Microsoft's 5.7.5xx (alignment, banned sender) and 5.7.6xx (banned
 * network).
 */
const ALARMS = /^5\.7\.(2[0-7]|5\d\d|6\d\d)$/;

const ENHANCED = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

function readFailure(error: unknown): SmtpFailure {
  const failure: SmtpFailure = { message: error instanceof Error ? error.message : String(error) };
  if (typeof error !== "object" || error === null) return failure;
  if ("responseCode" in error && typeof error.responseCode === "number")
    failure.responseCode = error.responseCode;
  if ("response" in error && typeof error.response === "string") failure.response = error.response;
  return failure;
}

/** A reply as it may be stored: no addresses, and short. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+@\S+/g, "<address>").slice(0, 300);
}

/**
 * Reads a failure of the SMTP client. A 4xx may pass and a 5xx will not (RFC 5321, 4.2.1), whenever
 * it comes. Without a reply it matters how far the attempt had come: a message whose end the server
 * never saw was not taken, and after the end nobody can tell.
 */
export function classifyFailure(error: unknown, stage: Stage): SendOutcome {
  const { message, responseCode, response } = readFailure(error);
  const reply = withoutAddresses(response ?? message);
  if (stage === "connecting") return { kind: "unreachable", reply };
  const code = ENHANCED.exec(response ?? "")?.[1];
  const known = code === undefined ? {} : { code };
  if (code !== undefined && ALARMS.test(code)) return { kind: "alarm", reply, code };
  if (responseCode !== undefined && responseCode >= 500) return { kind: "failed", reply, ...known };
  if (responseCode !== undefined && responseCode >= 400) return { kind: "retry", reply, ...known };
  return stage === "message" ? { kind: "unknown", reply } : { kind: "retry", reply };
}
