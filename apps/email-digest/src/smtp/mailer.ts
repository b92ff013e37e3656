import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { NOT_BEGUN, type SendOutcome, withoutAddresses } from "./send-outcome.ts";
import type { Begin } from "./smtp-line.ts";
import { openSmtpPool } from "./smtp-pool.ts";
import { createComposer, type OutgoingMessage } from "../mail/compose-message.ts";
import type { Signing } from "../mail/signing.ts";

/**
 * Hands messages over. Every call tells what became of the mail; nothing is thrown for what a
 * server says. `begin` is asked before the first byte of the message leaves.
 */
export interface Mailer {
  send(mail: OutgoingMessage, begin?: Begin): Promise<SendOutcome>;
  close(): void;
}

const always: Begin = () => Promise.resolve(true);

/** A pool of connections to an SMTP server. */
export function createSmtpMailer(url: string, connections: number, signing?: Signing): Mailer {
  const compose = createComposer(signing);
  const pool = openSmtpPool(url, connections);
  return {
    send: async (mail, begin = always) => {
      // A message that cannot be composed must not stand in the way of all others; it is tried
      // again like one that was put off.
      const message = await compose(mail).catch((error: unknown) =>
        withoutAddresses(String(error)),
      );
      if (typeof message === "string") return { kind: "retry", reply: message };
      return pool.send(
        { from: mail.returnPath ?? mail.from.address, to: [mail.to] },
        message,
        begin,
      );
    },
    close: () => pool.close(),
  };
}

/**
 * Writes messages as .eml files, for trying the service without a mail server. A file is there
 * whole or not at all.
 */
export function createFolderMailer(folder: string, signing?: Signing): Mailer {
  const compose = createComposer(signing);
  return {
    send: async (mail, begin = always) => {
      if (!(await begin())) return NOT_BEGUN;
      const message = await compose(mail);
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
