import { afterEach, expect, test, vi } from "vitest";
import { isOnlyHere, readConfig } from "./config.ts";

const MINUTE = 60_000;

/**
 * Ten mails a second, two a second to one domain; refusals are tried again after 5 and 15 minutes,
 * then within three days.
 */
const USUAL_POLICY = {
  perMinute: 600,
  perMinuteAndDomain: 120,
  retryDelays: [5, 15, 60, 240, 720, 1_440, 1_440].map((minutes) => minutes * MINUTE),
};

afterEach(() => vi.unstubAllEnvs());

function policyOf(env: Record<string, string>) {
  for (const [name, value] of Object.entries({ DIGEST_SECRET: "0123456789abcdef", ...env }))
    vi.stubEnv(name, value);
  const result = readConfig();
  return result.kind === "read" ? result.config.policy : result.message;
}

test("the usual policy holds where nothing is said", () => {
  expect(policyOf({})).toEqual(USUAL_POLICY);
});

test("limits and pauses are read", () => {
  expect(
    policyOf({
      MAIL_PER_MINUTE: "0",
      MAIL_PER_MINUTE_AND_DOMAIN: "30",
      MAIL_RETRY_MINUTES: "0.5,10",
    }),
  ).toEqual({
    perMinute: 0,
    perMinuteAndDomain: 30,
    retryDelays: [30_000, 600_000],
  });
});

test("an empty variable is one that was left out", () => {
  expect(
    policyOf({
      MAIL_PER_MINUTE: "",
      MAIL_RETRY_MINUTES: "",
      PORT: "",
      SMTP_URL: "",
      DATABASE_URL: "",
    }),
  ).toEqual(USUAL_POLICY);
  const result = readConfig();
  expect(result.kind === "read" ? result.config.port : result.message).toBe(3000);
});

test("what makes no sense is named", () => {
  expect(policyOf({ MAIL_RETRY_MINUTES: "soon" })).toContain(
    'MAIL_RETRY_MINUTES is "soon"; it must be numbers with commas between them',
  );
});

test("a service is private where nobody else can reach it", () => {
  expect(isOnlyHere({ host: "127.0.0.1", siteUrl: undefined })).toBe(true);
  expect(isOnlyHere({ host: "localhost", siteUrl: "http://localhost:3000" })).toBe(true);
  expect(isOnlyHere({ host: "0.0.0.0", siteUrl: undefined })).toBe(false);
  // A proxy on this machine hands it on.
  expect(isOnlyHere({ host: "127.0.0.1", siteUrl: "https://example.org" })).toBe(false);
});
