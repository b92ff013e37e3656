import { Readable } from "node:stream";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import SmtpSettings from "nodemailer/lib/smtp-transport";

export interface Envelope {
  from: string;
  to: string[];
}

/**
 * Asked when the server is ready for the message; nothing is handed over unless it answers `true`.
 */
export type Begin = () => Promise<boolean>;

/** How an attempt ended: `reply` is the last word of a server that took the message. */
export type Handover =
  | { kind: "taken"; reply: string }
  | { kind: "not-begun" }
  | { kind: "broken"; error: unknown; wasHandedOver: boolean };

/** One connection to the mail server, for one message at a time. */
export interface SmtpLine {
  isOpen(): boolean;
  hand(envelope: Envelope, message: Buffer, begin: Begin): Promise<Handover>;
  /** Ends the session; an idle server is notified. */
  close(): void;
}

class NotBegun extends Error {}

/**
 * A message whose first byte is read only once the server has asked for it (354) and the ledger has
 * agreed.
 */
function createMessageStream(message: Buffer, begin: Begin) {
  const state = { wasHandedOver: false, begun: Promise.resolve() };
  const stream = new Readable({
    read() {
      state.begun = begin().then(
        (mayBegin) => {
          if (!mayBegin) stream.destroy(new NotBegun());
          if (stream.destroyed) return;
          state.wasHandedOver = true;
          stream.push(message);
          stream.push(null);
        },
        // A ledger that cannot be reached has not agreed.
        () => void stream.destroy(new NotBegun()),
      );
    },
  });
  return { stream, state };
}

/** Whether a failure is a server's refusal, in contrast to a line that broke. */
export function hasReply(error: unknown): boolean {
  return typeof error === "object" && error !== null && "responseCode" in error;
}

/** The settings of an address such as smtps://user:password@host:465. */
export function readSmtpUrl(url: string): SmtpSettings {
  return new SmtpSettings(url);
}

/**
 * Connects, and logs in where the address has a user. Rejects with what the server or the network
 * said.
 */
async function connect(settings: SmtpSettings): Promise<SmtpConnection> {
  const connection = new SmtpConnection(settings.options);
  await new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("The server closed the connection")));
    connection.connect((error) => {
      if (error !== undefined && error !== null) return reject(error);
      const auth = settings.getAuth({});
      if (auth === undefined || auth === false || !connection.allowsAuth) return resolve();
      connection.login(auth, (refusal) => (refusal === null ? resolve() : reject(refusal)));
    });
  }).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  return connection;
}

/** Makes a session usable after a refusal; `false` where the line broke. */
function reset(connection: SmtpConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const onEnd = () => resolve(false);
    connection.once("end", onEnd);
    connection.reset((error) => {
      connection.off("end", onEnd);
      resolve(error === null);
    });
  });
}

/** Hands one message over on a line that is open. */
async function handOver(
  connection: SmtpConnection,
  envelope: Envelope,
  message: Buffer,
  begin: Begin,
): Promise<Handover> {
  const { stream, state } = createMessageStream(message, begin);
  const result = await new Promise<Handover>((resolve) => {
    connection.send({ ...envelope, size: message.length }, stream, (error, info) => {
      if (error === null && info !== undefined) resolve({ kind: "taken", reply: info.response });
      else if (error instanceof NotBegun) resolve({ kind: "not-begun" });
      else resolve({ kind: "broken", error, wasHandedOver: state.wasHandedOver });
    });
  });
  // The ledger's answer may still be on its way when the line breaks; what it wrote must be known
  // before anyone settles the row.
  await state.begun;
  return result.kind === "broken" ? { ...result, wasHandedOver: state.wasHandedOver } : result;
}

/** Opens a line. Rejects with what the server or the network said. */
export async function openSmtpLine(settings: SmtpSettings): Promise<SmtpLine> {
  const connection = await connect(settings);
  // From here on every failure reaches the callback of the command that was under way.
  connection.on("error", () => undefined);
  let isOpen = true;
  connection.once("end", () => (isOpen = false));

  return {
    isOpen: () => isOpen,
    hand: async (envelope, message, begin) => {
      const result = await handOver(connection, envelope, message, begin);
      // A refusal leaves the session usable once it is reset; anything else ends it.
      const isUsable =
        result.kind === "taken" ||
        (result.kind === "broken" && hasReply(result.error) && (await reset(connection)));
      if (!isUsable) {
        isOpen = false;
        connection.close();
      }
      return result;
    },
    close: () => {
      if (isOpen) connection.quit();
      isOpen = false;
    },
  };
}
