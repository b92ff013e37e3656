import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { classifyFailure, type SendOutcome } from "./delivery/smtp-outcome.ts";
import { composeMessage, messageOptions, type OutgoingMail } from "./mail/compose-message.ts";
import { type Signing, signingOptions } from "./mail/signing.ts";

/** Hands mails over. Every call tells what became of the mail; nothing is thrown for what a server says. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): void;
}

/** A pool of connections to an SMTP server. */
export function createSmtpMailer(url: string, connections: number, signing?: Signing): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: connections, ...signingOptions(signing) });
  return {
    send: async (mail) => {
      try {
        const info: { response?: string } = await transport.sendMail(messageOptions(mail));
        return { kind: "accepted", reply: (info.response ?? "").replaceAll(/\S+@\S+/g, "<address>").slice(0, 300) };
      } catch (error) {
        return classifyFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes mails as .eml files, for trying the service without a mail server. A file is there whole or not at all. */
export function createFolderMailer(folder: string, signing?: Signing): Mailer {
  return {
    send: async (mail) => {
      const message = await composeMessage(mail, signing);
      await mkdir(folder, { recursive: true });
      const name = `${mail.date.toISOString().replaceAll(/[:.]/g, "-")}-${mail.messageId.replaceAll(/[^\w-]/g, "").slice(0, 20)}.eml`;
      const draft = join(folder, `.${name}.tmp`);
      await writeFile(draft, message);
      await rename(draft, join(folder, name));
      return { kind: "accepted", reply: `written to ${name}` };
    },
    close: () => undefined,
  };
}
