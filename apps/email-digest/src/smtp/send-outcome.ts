import { isAboutUs, type Judged, judgeRefusal } from "./judge-refusal.ts";

/**
 * What became of one attempt to hand over a message. `code` is the server's enhanced status code
 * (RFC 3463), where it gave one.
 */
export type SendOutcome =
  | { kind: "accepted"; reply: string }
  /** Not taken now; may be tried again. */
  | { kind: "retry"; reply: string; code?: string; about?: Judged }
  /** Refused for good. */
  | { kind: "failed"; reply: string; code?: string; about?: Judged }
  /** Refused because of us, so that everybody else would be refused too. */
  | { kind: "alarm"; reply: string; code?: string; about: Judged }
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
  /** The command that was answered. */
  command?: string;
}

const ENHANCED = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

function readFailure(error: unknown): SmtpFailure {
  const failure: SmtpFailure = { message: error instanceof Error ? error.message : String(error) };
  if (typeof error !== "object" || error === null) return failure;
  if ("responseCode" in error && typeof error.responseCode === "number")
    failure.responseCode = error.responseCode;
  if ("response" in error && typeof error.response === "string") failure.response = error.response;
  if ("command" in error && typeof error.command === "string") failure.command = error.command;
  return failure;
}

/** A reply as it may be stored: no addresses, and short. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+@\S+/g, "<address>").slice(0, 300);
}

/**
 * What is about us: what the table says, and a sender that is refused before anybody is named. A
 * limit and an account are so for whatever the code; other replies that may pass are tried again
 * first.
 */
function isAlarm(about: Judged, { responseCode = 0, command }: SmtpFailure): boolean {
  if (responseCode < 500) return about === "quota" || about === "account";
  return isAboutUs(about) || (about === "unknown" && command === "MAIL FROM");
}

/**
 * Reads a failure of the SMTP client. A 4xx may pass and a 5xx will not (RFC 5321, 4.2.1), whenever
 * it comes. Without a reply it matters how far the attempt had come: a message whose end the server
 * never saw was not taken, and after the end nobody can tell.
 */
export function classifyFailure(error: unknown, stage: Stage): SendOutcome {
  const failure = readFailure(error);
  const { message, responseCode, response } = failure;
  const reply = withoutAddresses(response ?? message);
  if (stage === "connecting") return { kind: "unreachable", reply };
  if (responseCode === undefined || responseCode < 400)
    return stage === "message" ? { kind: "unknown", reply } : { kind: "retry", reply };
  const code = ENHANCED.exec(response ?? "")?.[1];
  const about = judgeRefusal(response ?? "");
  const refusal = { reply, about, ...(code === undefined ? {} : { code }) };
  if (isAlarm(about, failure)) return { kind: "alarm", ...refusal };
  return { kind: responseCode >= 500 ? "failed" : "retry", ...refusal };
}
