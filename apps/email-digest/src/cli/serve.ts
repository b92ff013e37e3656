import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { isOnlyHere } from "../config.ts";
import { formatSlot, nextSlot, readSchedule } from "../editions/schedule.ts";
import type { Service } from "../service.ts";
import { startWorker } from "../worker.ts";
import { CommandFault } from "./command-fault.ts";
import { withService } from "./open.ts";
import { logError, logLine, say, untilStopped } from "./terminal.ts";

interface ServeOptions {
  worker: boolean;
  json?: true;
}

async function describeStart(
  service: Service & { isFirstStart: boolean },
  port: number,
): Promise<void> {
  const { config } = service;
  const schedule = readSchedule((await service.readCv()).settings);
  const folder = config.mailFolder;
  say("");
  say(`  Site       http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`);
  const place = isOnlyHere(config)
    ? `read it at http://localhost:${port}/dev/mail`
    : `they lie in ${folder ?? ""}, and nobody gets them`;
  say(`  Mail       ${folder === undefined ? "sent over SMTP" : `written to files; ${place}`}`);
  say(`  Database   ${service.database.description}`);
  say(
    `  Digest     next on ${formatSlot(nextSlot(schedule, new Date()), schedule)}, if there is something new`,
  );
  if (service.isFirstStart)
    say("             first start: everything in the record counts as told");
  say("  Stop       Ctrl-C");
  say("");
}

/** Where the build puts the site; the service's own files may lie elsewhere. */
const BUILT = resolve(import.meta.dirname, "../../../../.triptych");

async function readHeaders(): Promise<Record<string, string>> {
  const file = join(BUILT, "site-headers.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFault(`There is no built site (${file}). Run npm start, which builds it.`);
  });
  const headers: unknown = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
}

function explainListening(error: NodeJS.ErrnoException, port: number): CommandFault {
  return new CommandFault(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
      : `Cannot listen on port ${port}: ${error.message}`,
  );
}

async function serve({ worker: hasWorker, json }: ServeOptions): Promise<void> {
  // Only here, so that workers and other commands start without it.
  const [{ serve: listen }, { createApp }] = await Promise.all([
    import("@hono/node-server"),
    import("../http/app.ts"),
  ]);
  const headers = await readHeaders();
  await withService(hasWorker, async (service) => {
    const { config } = service;
    const app = createApp({
      service,
      site: join(BUILT, "site"),
      headers,
      mailFolder: config.mailFolder,
      showsMail: isOnlyHere(config),
      bounceSecret: config.bounceSecret,
      log: logLine,
    });
    // The last that may fail before there is somebody to stop it.
    const worker = hasWorker ? await startWorker(service, logError) : undefined;
    const server = listen({
      fetch: app.fetch,
      port: config.port,
      hostname: config.host,
      createServer,
      autoCleanupIncoming: true,
    });
    const stopped = untilStopped();
    const listening = new Promise<void>((resolve, reject) => {
      server.once("listening", resolve);
      server.once("error", (error: NodeJS.ErrnoException) =>
        reject(explainListening(error, config.port)),
      );
    });
    try {
      await listening;
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : config.port;
      if (json === true)
        logLine({
          event: "started",
          port,
          database: service.database.description,
          isFirstStart: service.isFirstStart,
        });
      else await describeStart(service, port);
      await stopped;
    } finally {
      if (json !== true) say("Stopping; mail under way is finished first.");
      const closed = new Promise((resolve) => server.close(resolve));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await worker?.stop();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    }
  });
}

export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("serve the site and the subscriptions, and work in the background")
    .option("--no-worker", "leave the background work to other processes")
    .option("--json", "one event a line, as JSON, on standard error")
    .action(serve)
    .addHelpText(
      "after",
      "\nExamples\n  npm run digest -- serve\n  PORT=8080 HOST=0.0.0.0 npm run digest -- serve --no-worker",
    );
}
