import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { classifyFailure, type SendOutcome } from "./delivery/smtp-outcome.ts";

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

/** Hands mails over. Every call tells what became of the mail; nothing is thrown for what a server says. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
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

/** A pool of connections to an SMTP server. */
export function createSmtpMailer(url: string, connections: number): Mailer {
  const pooled = new URL(url);
  pooled.searchParams.set("pool", "true");
  pooled.searchParams.set("maxConnections", String(connections));
  const transport = createTransport(pooled.href);
  return {
    send: async (mail) => {
      try {
        const info: { response?: string } = await transport.sendMail(toMessage(mail));
        return { kind: "accepted", reply: (info.response ?? "").replaceAll(/\S+@\S+/g, "<address>").slice(0, 300) };
      } catch (error) {
        return classifyFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes mails as .eml files, for trying the service without a mail server. A file is there whole or not at all. */
export function createFolderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail) => {
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
