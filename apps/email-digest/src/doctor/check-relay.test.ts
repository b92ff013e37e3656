import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { CERTIFICATE, CERTIFICATE_KEY } from "../testing/certificate.ts";
import { checkTls, reverseName } from "./check-relay.ts";

const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** A mail server on this machine, with a certificate that only this test trusts. */
async function startServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    cert: CERTIFICATE,
    key: CERTIFICATE_KEY,
    authOptional: true,
    ...options,
  });
  server.on("error", () => undefined);
  servers.push(server);
  const listening = await new Promise<AddressInfo | string | null>((resolve) => {
    const inner = server.listen(0, "127.0.0.1", () => resolve(inner.address()));
  });
  if (typeof listening !== "object" || listening === null) throw new Error("no address");
  return listening.port;
}

const onAuth: SMTPServerOptions["onAuth"] = ({ username, password }, _session, done) =>
  username === "ada" && password === "right"
    ? done(null, { user: username })
    : done(new Error("wrong user or password"));

describe("the mail server", () => {
  test("with STARTTLS and a certificate that is trusted is well", async () => {
    expect(await checkTls(`smtp://localhost:${await startServer({})}`, CERTIFICATE)).toMatchObject({
      verdict: "ok",
    });
  });

  test("with TLS from the first byte is well", async () => {
    expect(
      await checkTls(`smtps://localhost:${await startServer({ secure: true })}`, CERTIFICATE),
    ).toMatchObject({ verdict: "ok" });
  });

  test("with a certificate that nobody vouches for is not, unless it is this machine", async () => {
    const diagnosis = await checkTls(`smtp://localhost:${await startServer({})}`);
    expect(diagnosis).toMatchObject({
      verdict: "warn",
      found: expect.stringMatching(/self-signed/),
    });
    expect(
      (await checkTls(`smtps://localhost:${await startServer({ secure: true })}`)).verdict,
    ).toBe("fail");
  });

  test("whose certificate SMTP_URL says not to check is reported", async () => {
    const diagnosis = await checkTls(
      `smtp://localhost:${await startServer({})}?tls.rejectUnauthorized=false`,
    );
    expect(diagnosis).toMatchObject({
      verdict: "warn",
      found: expect.stringContaining("not to check"),
    });
  });

  test("without TLS is accepted on this machine only, and said so", async () => {
    const diagnosis = await checkTls(
      `smtp://localhost:${await startServer({ disabledCommands: ["STARTTLS"] })}`,
      CERTIFICATE,
    );
    expect(diagnosis).toMatchObject({
      verdict: "warn",
      found: expect.stringContaining("is this machine"),
    });
  });

  test("that does not know us is reported with its words", async () => {
    const port = await startServer({ authOptional: false, onAuth, secure: true });
    expect((await checkTls(`smtps://ada:right@localhost:${port}`, CERTIFICATE)).verdict).toBe("ok");
    expect(await checkTls(`smtps://ada:wrong@localhost:${port}`, CERTIFICATE)).toMatchObject({
      verdict: "fail",
      found: expect.stringContaining("wrong user or password"),
    });
  });

  test("that is not there is reported", async () => {
    expect(await checkTls("smtp://127.0.0.1:2")).toMatchObject({
      verdict: "fail",
      found: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

test.each([
  ["192.0.2.25", "25.2.0.192.in-addr.arpa"],
  ["2001:db8::25", "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"],
  ["::1", `1.${"0.".repeat(31)}ip6.arpa`],
  ["fe80::", `${"0.".repeat(28)}0.8.e.f.ip6.arpa`],
  ["1:2:3:4:5:6:7:8", "8.0.0.0.7.0.0.0.6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.ip6.arpa"],
])("%s has the reverse name %s", (address, name) => {
  expect(reverseName(address)).toBe(name);
});
