import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as it reached the server, with the envelope it came in. */
export interface ReceivedMail {
  to: string[];
  parsed: ParsedMail;
  raw: string;
}

export interface MailSink {
  port: number;
  received: ReceivedMail[];
  /** Waits until so many mails have come in all. */
  waitFor(count: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is given. */
export async function openMailSink(): Promise<MailSink> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((parsed) => {
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            parsed,
            raw: raw.toString(),
          });
          done();
        }, done);
      });
    },
  });
  // A client that is killed resets its connection; without a listener the server would die with it.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    received,
    waitFor: async (count) => {
      const deadline = Date.now() + 150_000;
      while (received.length < count) {
        if (Date.now() > deadline) throw new Error(`${received.length} of ${count} mails came`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return received;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The sender's address of a parsed mail. */
export function senderOf(address: AddressObject | undefined): string {
  return address?.value[0]?.address ?? "";
}
