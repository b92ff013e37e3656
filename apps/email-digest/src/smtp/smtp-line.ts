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

/** One connection to the mail server, for one mail at a time. */
export interface SmtpLine {
  isOpen(): boolean;
  hand(envelope: Envelope, message: Buffer, begin: Begin): Promise<Handover>;
  /** Ends the session; an idle server is told. */
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
export async function openSmtpLine(settings: SmtpSettings): Promise<SmtpLine> {
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
  // From here on every failure reaches the callback of the command that was under way.
  connection.on("error", () => undefined);
  let isOpen = true;
  connection.once("end", () => (isOpen = false));

  const close = () => {
    isOpen = false;
    connection.close();
  };

  const reset = () =>
    new Promise<boolean>((resolve) => {
      const onEnd = () => resolve(false);
      connection.once("end", onEnd);
      connection.reset((error) => {
        connection.off("end", onEnd);
        resolve(error === null);
      });
    });

  const hand: SmtpLine["hand"] = async (envelope, message, begin) => {
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
    // A refusal leaves the session usable once it is reset; anything else ends it.
    const isUsable =
      result.kind === "taken" ||
      (result.kind === "broken" && hasReply(result.error) && (await reset()));
    if (!isUsable) close();
    return result.kind === "broken" ? { ...result, wasHandedOver: state.wasHandedOver } : result;
  };

  return {
    isOpen: () => isOpen,
    hand,
    close: () => {
      if (isOpen) connection.quit();
      isOpen = false;
    },
  };
}
