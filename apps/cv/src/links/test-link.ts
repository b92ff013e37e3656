import { mirrored } from "../lookup/http-client.ts";

/**
 * What a server said about an address. `unsure` means it was asked and would not say, as servers do
 * to programs.
 */
export type LinkOutcome =
  | { kind: "alive" }
  | { kind: "gone"; status: number }
  | { kind: "unreachable"; reason: string }
  | { kind: "unsure"; status: number };

export interface LinkTestOptions {
  /** Milliseconds until an answer must have begun. */
  timeout: number;
  userAgent: string;
  /** Where all hosts are found, as `MIRROR/HOST/PATH`; else where they are. */
  mirror?: string | undefined;
}

const NO_HOST = "there is no such host";

/**
 * Whether an address leads nowhere for good; a server that was slow or away may be back tomorrow.
 */
export const isDead = (outcome: LinkOutcome): boolean =>
  outcome.kind === "gone" || (outcome.kind === "unreachable" && outcome.reason === NO_HOST);

const GONE: ReadonlySet<number> = new Set([404, 410]);

function explain(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer in ${timeout / 1000} s`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause && cause.code === "ENOTFOUND"
    ? NO_HOST
    : cause.message || String("code" in cause ? cause.code : error.message);
}

async function ask(
  url: string,
  method: "HEAD" | "GET",
  { timeout, userAgent, mirror }: LinkTestOptions,
): Promise<number> {
  const response = await fetch(mirrored(url, mirror), {
    method,
    signal: AbortSignal.timeout(timeout),
    headers: { "User-Agent": userAgent, Accept: "*/*" },
  });
  // The body is of no interest; without this the connection would stay open.
  await response.body?.cancel();
  return response.status;
}

/**
 * Asks with HEAD, which costs the server nothing to send, and with GET where HEAD is answered with
 * anything but success: many servers know only GET.
 */
export async function testLink(url: string, options: LinkTestOptions): Promise<LinkOutcome> {
  try {
    const head = await ask(url, "HEAD", options).catch(() => 0);
    const status = head >= 200 && head < 300 ? head : await ask(url, "GET", options);
    if (status >= 200 && status < 400) return { kind: "alive" };
    return GONE.has(status) ? { kind: "gone", status } : { kind: "unsure", status };
  } catch (error) {
    return { kind: "unreachable", reason: explain(error, options.timeout) };
  }
}
