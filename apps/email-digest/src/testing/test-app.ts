import type { Cv } from "@triptych/schema";
import { createApp } from "../http/app.ts";
import { hasDigest } from "../service.ts";
import { openTestService, type TestService } from "./test-service.ts";
import { confirmSubscription, issueConfirmToken } from "../subscribers/timed-link.ts";

export const SITE_HEADERS = {
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
};

/** What whoever hands in reports must know. */
export const BOUNCE_SECRET = "a secret for reports";

/**
 * A connection as from a proxy on the same machine, whose word about the visitor's address counts.
 */
const PROXY = {
  incoming: { socket: { remoteAddress: "127.0.0.1", remotePort: 1, remoteFamily: "IPv4" } },
};

/** The routes over a service for tests, asked without a network. */
export interface TestApp extends TestService {
  app: ReturnType<typeof createApp>;
  /** What the service has logged. */
  lines: object[];
  post(
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Subscribes an address up to the confirmation mail, and returns the subscriber's id. */
  ask(address: string): Promise<string>;
  /** The same, and confirms it. */
  join(address: string): Promise<string>;
}

export async function openTestApp(
  options: {
    cv?: Cv;
    site?: string;
    requestsAMinute?: number;
    mailFolder?: string;
    showsMail?: boolean;
    metricsToken?: string;
  } = {},
): Promise<TestApp> {
  const test = await openTestService(options.cv);
  const { service } = test;
  const lines: object[] = [];
  const app = createApp({
    service,
    hasDigest: hasDigest(await test.service.readCv()),
    site: options.site ?? import.meta.dirname,
    headers: SITE_HEADERS,
    mailFolder: options.mailFolder,
    stateFolder: import.meta.dirname,
    metricsToken: options.metricsToken,
    showsMail: options.showsMail ?? false,
    bounceSecret: BOUNCE_SECRET,
    log: (line) => lines.push(line),
    requestsAMinute: options.requestsAMinute ?? Infinity,
  });
  const post = async (
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => app.request(path, { method: "POST", headers, body: new URLSearchParams(fields) }, PROXY);
  const ask = async (address: string) => {
    await post("/digest/subscribe", { email: address });
    await test.settle();
    const row = await service.db
      .selectFrom("subscribers")
      .where("address", "=", address)
      .select("id")
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const join = async (address: string) => {
    const id = await ask(address);
    await confirmSubscription(
      service.db,
      await issueConfirmToken(service.db, id, service.now()),
      service.now(),
    );
    return id;
  };
  return { ...test, app, lines, post, ask, join };
}
