import { SMTPServer } from "smtp-server";

/** A mail server that gives every recipient the same reply, until it is fixed. */
export interface ScriptedServer {
  url: string;
  /** How often a mail came whole for each address. */
  arrivals: Map<string, number>;
  /** Recipients that were refused. */
  refused: number;
  /** From now on everybody gets this reply; undefined takes what comes. */
  reply: string | undefined;
  close(): Promise<void>;
}

export async function openScriptedServer(): Promise<ScriptedServer> {
  const script: ScriptedServer = {
    url: "",
    arrivals: new Map(),
    refused: 0,
    reply: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => {
      if (script.reply === undefined) return done();
      script.refused += 1;
      const text = script.reply.slice("550 ".length);
      done(Object.assign(new Error(text), { responseCode: Number(script.reply.slice(0, 3)) }));
    },
    onData: (stream, session, done) => {
      stream.resume();
      stream.on("end", () => {
        for (const { address } of session.envelope.rcptTo)
          script.arrivals.set(address, (script.arrivals.get(address) ?? 0) + 1);
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (typeof address === "object" && address !== null)
    script.url = `smtp://127.0.0.1:${address.port}`;
  return script;
}
