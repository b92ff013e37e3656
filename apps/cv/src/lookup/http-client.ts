import type { AnswerCache } from "./answer-cache.ts";

export type Answer =
  | { kind: "found"; text: string }
  /** The service knows no such thing. */
  | { kind: "absent" }
  /** No connection came about. */
  | { kind: "offline"; host: string; reason: string }
  /** The service answered, but not with what was asked for. */
  | { kind: "refused"; host: string; reason: string };

export interface ClientOptions {
  cache: AnswerCache;
  /** Contact for the operators of the services, sent along if the owner agrees. */
  contact?: string | undefined;
  /** Address under which all hosts are found, as `BASE/doi.org/…`; for tests and mirrors. */
  base?: string | undefined;
  wait: (ms: number) => Promise<void>;
  fetch: (
    url: string,
    init: { headers: Record<string, string>; signal: AbortSignal; redirect: "follow" },
  ) => Promise<Response>;
  timeout?: number;
}

export interface Client {
  get: (url: string, accept: string, maxAge: number) => Promise<Answer>;
}

/** An address below a mirror of all hosts, where there is one. */
export function mirrored(url: string, mirror: string | undefined): string {
  const { host, pathname, search } = new URL(url);
  return mirror === undefined ? url : `${mirror}/${host}${pathname}${search}`;
}

const TIMEOUT = 20_000;
const MAX_TRIES = 4;
const MAX_WAIT = 30_000;
/** Between two requests to one run's services, so that long lists do not press them. */
const GAP = 150;
const MAX_SIZE = 50_000_000;

const VERSION = "0.1";

/** Codes of systems and of Node's client that mean that no connection came about. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (error instanceof Error && error.name === "TimeoutError") return "no answer in time";
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * How long to wait before the next try: what the service asks for (RFC 9110, 10.2.3), else twice as
 * long each time.
 */
function waitFor(attempt: number, retryAfter: string | null): number {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const date = Date.parse(retryAfter ?? "") - Date.now();
  const said = Number.isFinite(seconds) ? seconds * 1000 : date;
  const asked = Number.isFinite(said) ? said : 500 * 2 ** attempt;
  return Math.max(0, asked);
}

async function readBody(response: Response): Promise<string | undefined> {
  const length = Number(response.headers.get("content-length") ?? 0);
  if (length > MAX_SIZE) return undefined;
  const text = await response.text();
  return text.length > MAX_SIZE ? undefined : text;
}

type Attempt = Answer | { kind: "again"; after: number; answer: Answer };

async function attempt(
  url: string,
  host: string,
  accept: string,
  number: number,
  options: ClientOptions,
): Promise<Attempt> {
  const contact = options.contact === undefined ? "" : ` (mailto:${options.contact})`;
  const headers = { accept, "user-agent": `Triptych/${VERSION}${contact}` };
  let response: Response;
  let text: string | undefined;
  try {
    response = await options.fetch(url, {
      headers,
      signal: AbortSignal.timeout(options.timeout ?? TIMEOUT),
      redirect: "follow",
    });
    text = await readBody(response);
  } catch (error) {
    const answer: Answer = { kind: "offline", host, reason: reasonOf(error) };
    return number === 0 ? { kind: "again", after: waitFor(number, null), answer } : answer;
  }
  const { status } = response;
  if (status === 404 || status === 410) return { kind: "absent" };
  const refused: Answer = {
    kind: "refused",
    host,
    reason: text === undefined ? "the answer is too long" : `status ${status}`,
  };
  if (status === 429 || status >= 500) {
    const after = waitFor(number, response.headers.get("retry-after"));
    const minutes = Math.ceil(after / 60_000);
    // Nobody sits before a terminal for so long, and asking sooner would be rude.
    return after > MAX_WAIT
      ? { ...refused, reason: `status ${status}; it asks to be left alone for ${minutes} min` }
      : { kind: "again", after, answer: refused };
  }
  return response.ok && text !== undefined ? { kind: "found", text } : refused;
}

/**
 * A client for the services that know works: one request at a time, an answer waited for at most 20
 * s, tried again with growing pauses when a service is busy or broken, and kept.
 */
export function createClient(options: ClientOptions): Client {
  let isFirst = true;
  return {
    get: async (url, accept, maxAge) => {
      const kept = await options.cache.read(url, accept, maxAge);
      if (kept !== undefined) return { kind: "found", text: kept };
      const { host } = new URL(url);
      const asked = mirrored(url, options.base);
      if (!isFirst) await options.wait(GAP);
      isFirst = false;
      let last: Answer = { kind: "offline", host, reason: "" };
      for (let number = 0; number < MAX_TRIES; number += 1) {
        const result = await attempt(asked, host, accept, number, options);
        if (result.kind !== "again") {
          if (result.kind === "found") await options.cache.write(url, accept, result.text);
          return result;
        }
        last = result.answer;
        if (number + 1 < MAX_TRIES) await options.wait(result.after);
      }
      return last;
    },
  };
}
