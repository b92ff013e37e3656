import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { NOT_BEGUN, type SendOutcome, withoutAddresses } from "./delivery/send-outcome.ts";
import type { Begin } from "./delivery/smtp-line.ts";
import { openSmtpPool } from "./delivery/smtp-pool.ts";

/** One mail to one person. */
export interface OutgoingMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
  date: Date;
}

/**
 * Hands mails over. Every call tells what became of the mail; nothing is thrown for what a server says. `begin` is
 * asked before the first byte of the message leaves.
 */
export interface Mailer {
  send(mail: OutgoingMail, begin?: Begin): Promise<SendOutcome>;
  close(): void;
}

function toMessage({ from, to, subject, html, text, messageId, headers, date }: OutgoingMail) {
  return {
    from,
    to,
    subject,
    html,
    text,
    messageId,
    headers,
    date,
    textEncoding: "quoted-printable" as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const always: Begin = () => Promise.resolve(true);

/** A pool of connections to an SMTP server. */
export function createSmtpMailer(url: string, connections: number): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true });
  const pool = openSmtpPool(url, connections);
  return {
    send: async (mail, begin = always) => {
      // A mail that cannot be composed must not stand in the way of all others; it is tried again like one that was put off.
      const composed = await composer.sendMail(toMessage(mail)).catch((error: unknown) => withoutAddresses(String(error)));
      if (typeof composed === "string") return { kind: "retry", reply: composed };
      const { envelope, message } = composed;
      if (!Buffer.isBuffer(message) || envelope.from === false) throw new Error("the composer gave no message");
      return pool.send({ from: envelope.from, to: envelope.to }, message, begin);
    },
    close: () => {
      pool.close();
      composer.close();
    },
  };
}

/** Writes mails as .eml files, for trying the service without a mail server. A file is there whole or not at all. */
export function createFolderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail, begin = always) => {
      if (!(await begin())) return NOT_BEGUN;
      const { message } = await transport.sendMail(toMessage(mail));
      await mkdir(folder, { recursive: true });
      const name = `${mail.date.toISOString().replaceAll(/[:.]/g, "-")}-${mail.messageId.replaceAll(/[^\w-]/g, "").slice(0, 20)}.eml`;
      const draft = join(folder, `.${name}.tmp`);
      await writeFile(draft, message);
      await rename(draft, join(folder, name));
      return { kind: "accepted", reply: `written to ${name}` };
    },
    close: () => transport.close(),
  };
}
