import { afterEach, expect, test, vi } from "vitest";
import { USUAL_POLICY } from "./delivery/send-policy.ts";
import { isOnlyHere, readEnvironment, readPolicy } from "./env.ts";

afterEach(() => vi.unstubAllEnvs());

function policyOf(env: Record<string, string>) {
  for (const [name, value] of Object.entries({ DIGEST_SECRET: "0123456789abcdef", ...env }))
    vi.stubEnv(name, value);
  const result = readEnvironment();
  return result.kind === "read" ? readPolicy(result.environment) : result.message;
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
  const result = readEnvironment();
  expect(result.kind === "read" ? result.environment.PORT : result.message).toBe(3000);
});

test("what makes no sense is named", () => {
  expect(policyOf({ MAIL_RETRY_MINUTES: "soon" })).toContain(
    "MAIL_RETRY_MINUTES: numbers with commas between them",
  );
});

test("a service is private where nobody else can reach it", () => {
  expect(isOnlyHere({ HOST: "127.0.0.1", PUBLIC_URL: undefined })).toBe(true);
  expect(isOnlyHere({ HOST: "localhost", PUBLIC_URL: "http://localhost:3000" })).toBe(true);
  expect(isOnlyHere({ HOST: "0.0.0.0", PUBLIC_URL: undefined })).toBe(false);
  // A proxy on this machine hands it on.
  expect(isOnlyHere({ HOST: "127.0.0.1", PUBLIC_URL: "https://example.org" })).toBe(false);
});
