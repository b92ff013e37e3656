/** What became of one attempt to hand over a mail. */
export type SendOutcome =
  | { kind: "accepted"; reply: string }
  /** Not handed over for sure; may be tried again. */
  | { kind: "retry"; reply: string }
  /** Refused for good. */
  | { kind: "failed"; reply: string }
  /** The connection broke after the message had gone out: nobody here can know. */
  | { kind: "unknown"; reply: string };

/** What nodemailer tells about a failure: the server's reply, and the command that was being answered. */
interface SmtpFailure {
  message: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** Commands after which the message may have arrived although no answer did. */
const AFTER_MESSAGE = new Set(["DATA", "MESSAGE", "BDAT"]);

function readFailure(error: unknown): SmtpFailure {
  const failure: SmtpFailure = { message: error instanceof Error ? error.message : String(error) };
  if (typeof error !== "object" || error === null) return failure;
  if ("responseCode" in error && typeof error.responseCode === "number") failure.responseCode = error.responseCode;
  if ("response" in error && typeof error.response === "string") failure.response = error.response;
  if ("command" in error && typeof error.command === "string") failure.command = error.command;
  return failure;
}

/** Addresses do not belong in stored replies or logs. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+@\S+/g, "<address>").slice(0, 300);
}

/** Reads a failure of the SMTP client: 4xx may pass, 5xx will not (RFC 5321, 4.2.1), silence after the message tells nothing. */
export function classifyFailure(error: unknown): SendOutcome {
  const { message, responseCode, response, command } = readFailure(error);
  const reply = withoutAddresses(response ?? message);
  if (responseCode !== undefined && responseCode >= 500) return { kind: "failed", reply };
  if (responseCode !== undefined && responseCode >= 400) return { kind: "retry", reply };
  return command !== undefined && AFTER_MESSAGE.has(command) ? { kind: "unknown", reply } : { kind: "retry", reply };
}
