import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutgoingMessage } from "../mail/compose-message.ts";
import { createSmtpMailer, type Mailer } from "./mailer.ts";

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, _session, done) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    stream.on("end", () => {
      received.push(text);
      done();
    });
  },
});
let mailer: Mailer;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  mailer = createSmtpMailer(
    `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    1,
  );
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const mailTo = (to: string): OutgoingMessage => ({
  from: { name: "Ada Example", address: "digest@x.example" },
  to,
  letter: { subject: "s", html: "<p>h\n.\n</p>", text: "one\n.\n..two\n" },
  messageId: "<1@x.example>",
  headers: {},
  date: new Date("2026-01-01T12:00:00Z"),
});

test("a mail arrives with its lines ended as SMTP wants them and its dots intact", async () => {
  expect(await mailer.send(mailTo("a@y.example"))).toMatchObject({ kind: "accepted" });
  expect(received[0]).toContain("one\r\n.\r\n..two\r\n");
  expect(received[0]?.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(received[0]).toContain("Message-ID: <1@x.example>");
});

test("a mail that cannot be composed is put off and throws nothing", async () => {
  expect(await mailer.send(mailTo(""))).toMatchObject({ kind: "retry" });
  expect(received).toHaveLength(1);
});
