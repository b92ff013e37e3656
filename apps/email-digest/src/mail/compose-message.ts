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

/** The mail as nodemailer takes it. Nothing in it may make the composer read a file or an address. */
export function messageOptions({ from, to, returnPath, subject, html, text, messageId, headers, date }: OutgoingMail) {
  return {
    from,
    to,
    envelope: { from: returnPath ?? from.address, to: [to] },
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

/** The bytes of a mail as they go out, signed where there is a key. */
export async function composeMessage(mail: OutgoingMail, signing: Signing | undefined): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...signingOptions(signing) });
  const { message } = await transport.sendMail(messageOptions(mail));
  return Buffer.isBuffer(message) ? message : Buffer.concat(await message.toArray());
}
