import MimeNode from "nodemailer/lib/mime-node";
import { encodeLetter, type EncodedLetter, fillGaps } from "./encoded-letter.ts";
import { createSigner, type Signing } from "./signing.ts";
import { encodeName } from "./headers.ts";
import type { Letter } from "./letter.ts";

/** One message to one subscriber. */
export interface OutgoingMessage {
  from: { name: string; address: string };
  to: string;
  /** Where reports about this very message go; left out, the address in From. */
  returnPath?: string;
  /** What it says. Mails that share one object share the work of encoding it. */
  letter: Letter;
  /** Stands where the letter has its placeholder. */
  unsubscribe?: string;
  messageId: string;
  headers: Record<string, string>;
  date: Date;
}

/** The mail library leaves ASCII alone, and a reader would decode what only looks encoded. */
const encodeSubject = (subject: string) => (subject.includes("=?") ? encodeName(subject) : subject);

/** The header of one message, without the empty line after it. */
function buildHead(
  { from, to, letter, messageId, headers, date }: OutgoingMessage,
  contentType: string,
): string {
  return new MimeNode(contentType)
    .setHeader([
      { key: "From", value: from },
      { key: "To", value: to },
      { key: "Subject", value: encodeSubject(letter.subject) },
      { key: "Message-ID", value: messageId },
      { key: "Date", value: date.toUTCString().replace("GMT", "+0000") },
      ...Object.entries(headers).map(([key, value]) => ({ key, value })),
    ])
    .buildHeaders();
}

/** Makes the bytes of messages as they go out, signed where there is a key. */
export function createComposer(
  signing: Signing | undefined,
): (mail: OutgoingMessage) => Promise<Buffer> {
  const encoded = new WeakMap<Letter, Promise<EncodedLetter>>();
  const sign = signing === undefined ? undefined : createSigner(signing);
  const encodeOnce = (letter: Letter) => {
    const known = encoded.get(letter);
    if (known !== undefined) return known;
    const fresh = encodeLetter(letter);
    encoded.set(letter, fresh);
    return fresh;
  };
  return async (mail) => {
    const { contentType, pieces, relaxed } = await encodeOnce(mail.letter);
    const head = buildHead(mail, contentType);
    const { unsubscribe = "" } = mail;
    const signature = sign?.(head, fillGaps(relaxed, unsubscribe)) ?? "";
    return Buffer.from(`${signature}${head}\r\n\r\n${fillGaps(pieces, unsubscribe)}`);
  };
}

/** One message; for many, keep a composer. */
export function composeMessage(
  mail: OutgoingMessage,
  signing: Signing | undefined,
): Promise<Buffer> {
  return createComposer(signing)(mail);
}
