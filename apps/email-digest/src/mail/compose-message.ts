import { createTransport } from "nodemailer";
import { type Signing, signingOptions } from "./signing.ts";

/** One mail to one person. */
export interface OutgoingMail {
  from: { name: string; address: string };
  to: string;
  /** Where reports about this very mail go; left out, the address in From. */
  returnPath?: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
  date: Date;
}

/** The mail as the composer takes it. Nothing in it may make the composer read a file or an address. */
function messageOptions({ from, to, subject, html, text, messageId, headers, date }: OutgoingMail) {
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

/** Makes the bytes of mails as they go out, signed where there is a key. */
export function createComposer(signing: Signing | undefined): (mail: OutgoingMail) => Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...signingOptions(signing) });
  return async (mail) => {
    const { message } = await transport.sendMail(messageOptions(mail));
    if (!Buffer.isBuffer(message)) throw new Error("the composer gave no message");
    return message;
  };
}

/** One mail; for many, keep a composer. */
export function composeMessage(mail: OutgoingMail, signing: Signing | undefined): Promise<Buffer> {
  return createComposer(signing)(mail);
}
