import process from "node:process";
import { SMTPServer } from "smtp-server";

/**
 * Counts what arrives; a process of its own, so that its work is not done by what is measured. The
 * argument is its delay in ms.
 */
export interface SinkReport {
  port: number;
  count: number;
  /** Bytes of all messages. */
  bytes: number;
  /** Milliseconds from the first arrival to the last. */
  span: number;
}

const answerAfter = Number(process.argv[2] ?? 0);
let [count, bytes, first, last] = [0, 0, 0, 0];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, _session, done) => {
    stream.on("data", (chunk: Buffer) => (bytes += chunk.length));
    stream.on("end", () => {
      last = performance.now();
      if (count === 0) first = last;
      count += 1;
      if (answerAfter === 0) done();
      else setTimeout(done, answerAfter);
    });
  },
});
server.on("error", () => undefined);

const report = () => {
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  process.send?.({ port, count, bytes, span: last - first } satisfies SinkReport);
};

process.on("message", (message) => {
  if (message === "reset") [count, bytes, first, last] = [0, 0, 0, 0];
  report();
});
server.listen(0, "127.0.0.1", report);
