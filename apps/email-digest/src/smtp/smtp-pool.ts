import { classifyFailure, NOT_BEGUN, type SendOutcome, withoutAddresses } from "./send-outcome.ts";
import {
  type Begin,
  type Envelope,
  hasReply,
  openSmtpLine,
  readSmtpUrl,
  type SmtpLine,
} from "./smtp-line.ts";

/**
 * Connections to a mail server that are used again. Unlike nodemailer's own pool it never sends a
 * message a second time by itself: there a connection that closes after the message and before the
 * reply puts the message back into the queue.
 */
export interface SmtpPool {
  /** Hands one message over. `begin` is asked at the last moment before its first byte leaves. */
  send(envelope: Envelope, message: Buffer, begin: Begin): Promise<SendOutcome>;
  close(): void;
}

/** Servers close a connection after so many messages at the latest; better to be first. */
const MESSAGES_A_LINE = 100;

interface PooledLine {
  line: SmtpLine;
  used: number;
}

/** Lets so many through at once; the rest wait in order. */
function createGate(most: number): <T>(pass: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const enter = async () => {
    if (taken < most) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  };
  return async (pass) => {
    await enter();
    try {
      return await pass();
    } finally {
      leave();
    }
  };
}

export function openSmtpPool(url: string, connections: number): SmtpPool {
  const settings = readSmtpUrl(url);
  const idle: PooledLine[] = [];
  const throughGate = createGate(connections);

  const takeIdle = (): PooledLine | undefined => {
    for (let pooled = idle.pop(); pooled !== undefined; pooled = idle.pop())
      if (pooled.line.isOpen()) return pooled;
    return undefined;
  };

  const attempt = async (
    envelope: Envelope,
    message: Buffer,
    begin: Begin,
  ): Promise<SendOutcome> => {
    const known = takeIdle();
    let pooled = known;
    try {
      pooled ??= { line: await openSmtpLine(settings), used: 0 };
    } catch (error) {
      return classifyFailure(error, "connecting");
    }
    const result = await pooled.line.hand(envelope, message, begin);
    pooled.used += 1;
    if (pooled.line.isOpen() && pooled.used < MESSAGES_A_LINE) idle.push(pooled);
    else pooled.line.close();
    if (result.kind === "taken") return { kind: "accepted", reply: withoutAddresses(result.reply) };
    if (result.kind === "not-begun") return NOT_BEGUN;
    const outcome = classifyFailure(result.error, result.wasHandedOver ? "message" : "envelope");
    // Servers close idle connections; that says nothing about this message, of which they have seen
    // no byte.
    const wasIdle = known !== undefined && !result.wasHandedOver && !hasReply(result.error);
    return wasIdle ? attempt(envelope, message, begin) : outcome;
  };

  return {
    send: (envelope, message, begin) => throughGate(() => attempt(envelope, message, begin)),
    close: () => {
      for (const { line } of idle.splice(0)) line.close();
    },
  };
}
