import type { Socket } from "node:net";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSmtpPool, type SmtpPool } from "./smtp-pool.ts";

const refuse = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
const mailTo = (name: string) => ({ from: "a@x.example", to: [`${name}@y.example`] });
const MESSAGE = Buffer.from("Subject: s\r\n\r\ntext\r\n");
const yes = () => Promise.resolve(true);

let server: SMTPServer;
let pool: SmtpPool;
let events: string[];
let sockets: Set<Socket>;
/** Connections that were ever opened. */
let opened: number;

beforeEach(async () => {
  [events, sockets, opened] = [[], new Set(), 0];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) => {
      events.push(`rcpt ${address.split("@")[0]}`);
      if (address.startsWith("later")) return done(refuse(451, "4.3.2 later"));
      return done(address.startsWith("gone") ? refuse(550, "5.1.1 gone") : null);
    },
    onData: (stream, session, done) => {
      stream.resume();
      stream.on("error", () => events.push("broken"));
      stream.on("end", () => {
        const [name = ""] = session.envelope.rcptTo.map(({ address }) => address.split("@")[0]);
        events.push(`whole ${name}`);
        if (name.startsWith("mute")) for (const socket of sockets) socket.destroy();
        else done(name.startsWith("spam") ? refuse(554, "5.7.130 no") : null);
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  pool = openSmtpPool(
    `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    2,
  );
});
afterEach(async () => {
  pool.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test("many mails share the connections there are", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, index) => pool.send(mailTo(`p${index}`), MESSAGE, yes)),
  );
  expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
  expect(opened).toBeLessThanOrEqual(2);
});

test("a line serves many that are refused, without keeping anything of them", async () => {
  const warnings: string[] = [];
  const onWarning = ({ message }: Error) => void warnings.push(message);
  process.on("warning", onWarning);
  for (let index = 0; index < 15; index += 1)
    expect(await pool.send(mailTo(`gone${index}`), MESSAGE, yes)).toMatchObject({ kind: "failed" });
  await setImmediate();
  process.off("warning", onWarning);
  expect([opened, warnings]).toEqual([1, []]);
});

test("the ledger is asked after the recipient was taken and before the first byte", async () => {
  await pool.send(mailTo("p"), MESSAGE, () => {
    events.push("begin");
    return yes();
  });
  expect(events).toEqual(["rcpt p", "begin", "whole p"]);
});

test.each([
  ["says no", () => Promise.resolve(false)],
  ["cannot be asked", () => Promise.reject(new Error("no database"))],
])(
  "nothing arrives where the ledger %s, and the next mail is not disturbed",
  async (_name, begin) => {
    expect(await pool.send(mailTo("p"), MESSAGE, begin)).toMatchObject({ kind: "not-begun" });
    expect(await pool.send(mailTo("q"), MESSAGE, yes)).toMatchObject({ kind: "accepted" });
    expect(events.filter((event) => event.startsWith("whole"))).toEqual(["whole q"]);
  },
);

test.each([
  ["later", "retry", "4.3.2"],
  ["gone", "failed", "5.1.1"],
] as const)(
  "a recipient who is refused (%s) costs no begin and no connection",
  async (name, kind, code) => {
    let asked = 0;
    const begin = () => {
      asked += 1;
      return yes();
    };
    expect(await pool.send(mailTo(name), MESSAGE, begin)).toMatchObject({ kind, code });
    expect(asked).toBe(0);
    expect(await pool.send(mailTo("p"), MESSAGE, yes)).toMatchObject({ kind: "accepted" });
    expect(opened).toBe(1);
  },
);

test("a message that is refused has failed", async () => {
  expect(await pool.send(mailTo("spam"), MESSAGE, yes)).toMatchObject({
    kind: "failed",
    code: "5.7.130",
  });
});

test("a line that breaks after the message leaves it unknown, and it is never sent a second time by itself", async () => {
  expect(await pool.send(mailTo("mute"), MESSAGE, yes)).toMatchObject({ kind: "unknown" });
  expect(await pool.send(mailTo("p"), MESSAGE, yes)).toMatchObject({ kind: "accepted" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(events.filter((event) => event === "whole mute")).toHaveLength(1);
});

test("a server that closed an idle connection is connected to again", async () => {
  await pool.send(mailTo("p"), MESSAGE, yes);
  for (const socket of sockets) socket.destroy();
  expect(await pool.send(mailTo("q"), MESSAGE, yes)).toMatchObject({ kind: "accepted" });
  expect(events.filter((event) => event === "whole q")).toHaveLength(1);
});

test("a server that is not there is unreachable", async () => {
  const nobody = openSmtpPool("smtp://127.0.0.1:1", 1);
  expect(await nobody.send(mailTo("p"), MESSAGE, yes)).toMatchObject({ kind: "unreachable" });
});
