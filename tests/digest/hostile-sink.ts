import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * What the sink does to a recipient; it stands before the first hyphen of the address.
 * `busy` and `full` are refused once for the time being (at RCPT, after the message), `gone` and
 * `spam` for ever (likewise); of `mute` the message is kept and the line dropped without a reply,
 * of `lost` it is dropped and not kept.
 */
export const TEMPERS = ["fine", "busy", "full", "gone", "spam", "mute", "lost"] as const;
export type Temper = (typeof TEMPERS)[number];

export interface HostileSink {
  url: string;
  /**
   * How often each message arrived whole and was not refused, by Message-ID: the truth that the
   * ledger is held against.
   */
  arrivals: ReadonlyMap<string, number>;
  /** Addresses a Message-ID arrived for. */
  recipients: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** A refusal as smtp-server wants it. */
const refuse = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });

const temperOf = (address: string) =>
  TEMPERS.find((temper) => address.startsWith(`${temper}-`)) ?? "fine";

interface SinkOptions {
  /** Between the last dot and the reply: the window in which a kill hurts. */
  beforeAnswer: () => Promise<unknown>;
}

/** An SMTP server that knows nothing of ledger and service, and treats its clients badly. */
export async function openHostileSink({ beforeAnswer }: SinkOptions): Promise<HostileSink> {
  const arrivals = new Map<string, number>();
  const recipients = new Map<string, Set<string>>();
  const putOff = new Set<string>();
  const sockets = new Map<number, Socket>();
  /** Whether this is the first time, which is the one that is refused. */
  const isFirst = (address: string) => !putOff.has(address) && putOff.add(address) !== undefined;

  const refusal = (address: string): Error | undefined => {
    if (temperOf(address) === "full" && isFirst(address))
      return refuse(452, "4.2.2 the mailbox is full");
    return temperOf(address) === "spam"
      ? refuse(554, "5.7.130 not wanted by its recipient")
      : undefined;
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) => {
      if (temperOf(address) === "busy" && isFirst(address))
        return done(refuse(451, "4.3.2 come back later"));
      return done(temperOf(address) === "gone" ? refuse(550, "5.1.1 no such user") : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const [address = ""] = session.envelope.rcptTo.map((recipient) => recipient.address);
        const temper = temperOf(address);
        const refused = refusal(address);
        if (refused === undefined && temper !== "lost") {
          const id =
            /^Message-ID: (<[^>]+>)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? "none";
          arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
          recipients.set(id, (recipients.get(id) ?? new Set<string>()).add(address));
        }
        void beforeAnswer().then(() => {
          if (temper === "mute" || temper === "lost") sockets.get(session.remotePort)?.destroy();
          else done(refused);
        });
      });
    },
  });
  // A client that is killed resets its connection; without a listener the oracle would die with it.
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on("close", () => sockets.get(port) === socket && sockets.delete(port));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    recipients,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
