import { serve as listen } from "@hono/node-server";
import { composeEdition, milestonesBefore } from "@triptych/view";
import { Command, Option } from "commander";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { createAddresses } from "./addresses.ts";
import { DatabaseUnavailable } from "./database/database-unavailable.ts";
import { stopDatabase } from "./database/ensure-database.ts";
import { countDeliveries } from "./delivery/ledger.ts";
import { readAnnounced } from "./edition-store.ts";
import { type Environment, readEnvironment } from "./env.ts";
import { createApp } from "./http/app.tsx";
import { nextSlots, readSchedule } from "./schedule.ts";
import { FaultyRecord, mailFolder, openService, publicAddress, readCv, renderStored, type Service } from "./service.ts";
import { countSubscribers } from "./subscriber.ts";
import { explainSurroundings } from "./surroundings.ts";
import { startWorker } from "./worker.ts";

/** An error whose message alone says what to do. */
class CommandFault extends Error {}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const log = (line: object) => process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
const logError = (error: unknown) => log({ error: error instanceof Error ? error.message : String(error) });

function environmentOrFault(): Environment {
  const result = readEnvironment();
  if (result.kind === "read") return result.environment;
  throw new CommandFault(`The environment is not right.\n${result.message}`);
}

async function withService(isWorker: boolean, use: (service: Service & { isFirstStart: boolean }) => Promise<void>): Promise<void> {
  const service = await openService(environmentOrFault(), { isWorker, onError: logError });
  try {
    await use(service);
  } finally {
    await service.close();
  }
}

const day = (date: Date, timeZone: string) => new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(date);

async function describeStart(service: Service & { isFirstStart: boolean }, port: number): Promise<void> {
  const { environment } = service;
  const settings = (await service.readCv()).settings;
  const schedule = readSchedule(settings);
  const [next] = nextSlots(schedule, new Date(), 1);
  const folder = mailFolder(environment);
  say("");
  say(`  Site       http://${environment.HOST === "127.0.0.1" ? "localhost" : environment.HOST}:${port}`);
  say(`  Mail       ${folder === undefined ? "sent over SMTP" : `written to files; read it at http://localhost:${port}/dev/mail`}`);
  say(`  Database   ${service.database.description}`);
  say(`  Digest     next on ${next === undefined ? "no day" : day(next, schedule.timeZone)} (${schedule.timeZone}), if there is something new`);
  if (service.isFirstStart) say("             first start: everything in the record counts as told");
  say("  Stop       Ctrl-C");
  say("");
}

function onStop(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
}

async function readHeaders(environment: Environment): Promise<Record<string, string>> {
  const file = join(environment.TRIPTYCH_DIR, "site-headers.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFault(`There is no built site (${file}). Run npm start, which builds it.`);
  });
  const headers: unknown = JSON.parse(text);
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

async function serve({ worker: hasWorker }: { worker: boolean }): Promise<void> {
  await withService(hasWorker, async (service) => {
    const { environment } = service;
    const worker = hasWorker ? await startWorker(service, logError) : undefined;
    const app = createApp({
      service,
      site: join(environment.TRIPTYCH_DIR, "site"),
      headers: await readHeaders(environment),
      mailFolder: mailFolder(environment),
      log,
    });
    const server = listen({ fetch: app.fetch, port: environment.PORT, hostname: environment.HOST, createServer, autoCleanupIncoming: true });
    const stopped = new Promise<void>((resolve) => onStop(resolve));
    const listening = new Promise<void>((resolve, reject) => {
      server.once("listening", resolve);
      server.once("error", (error: NodeJS.ErrnoException) =>
        reject(
          new CommandFault(
            error.code === "EADDRINUSE"
              ? `Port ${environment.PORT} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
              : `Cannot listen: ${error.message}`,
          ),
        ),
      );
    });
    try {
      await listening;
      const address = server.address();
      await describeStart(service, typeof address === "object" && address !== null ? address.port : environment.PORT);
      await stopped;
    } finally {
      say("Stopping; mail under way is finished first.");
      const closed = new Promise((resolve) => server.close(resolve));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await worker?.stop();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    }
  });
}

async function work(): Promise<void> {
  await withService(true, async (service) => {
    const worker = await startWorker(service, logError);
    say("The worker runs. Stop it with Ctrl-C.");
    await new Promise<void>((resolve) => onStop(resolve));
    await worker.stop();
  });
}

async function preview({ since, everything, html, json }: { since?: string; everything?: true; html?: string; json?: true }): Promise<void> {
  const environment = environmentOrFault();
  const cv = await readCv(environment);
  if (since !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(since)) throw new CommandFault("--since takes a date such as 2024-01-01.");
  const show = async (announced: ReadonlySet<string>) => {
    const edition = composeEdition(cv, announced);
    if (edition === undefined) return say("There is nothing new; no mail would be sent.");
    const mail = await renderStored(cv, edition, 0, createAddresses(publicAddress(environment, cv)));
    if (html !== undefined) {
      await writeFile(html, mail.html);
      return say(`${mail.subject}\nwritten to ${html}`);
    }
    process.stdout.write(
      json === true
        ? `${JSON.stringify({ subject: mail.subject, summary: edition.summary, works: edition.works.map((work) => work.id), milestones: edition.milestones }, null, 2)}\n`
        : `Subject: ${mail.subject}\n\n${mail.text}`,
    );
  };
  if (everything === true) return show(new Set());
  if (since !== undefined) return show(milestonesBefore(cv, `${since}-01-01`.slice(0, 10)));
  return withService(false, async (service) => show(await readAnnounced(service.db)));
}

async function send({ dryRun }: { dryRun?: true }): Promise<void> {
  if (dryRun === true) return preview({});
  await withService(false, async (service) => {
    const result = await service.composeEdition();
    if (result.kind === "nothing-new") return say("There is nothing new; no mail was sent.");
    say(`Edition ${result.number}: ${result.edition.summary}, ${result.recipients} recipients.`);
    const worker = await startWorker(service, logError);
    await worker.deliver();
    await worker.stop();
    const counts = await countDeliveries(service.db, result.number);
    say(
      Object.entries(counts)
        .map(([state, count]) => `${state} ${count}`)
        .join(", "),
    );
    process.exitCode = counts.failed + counts.unknown > 0 ? 1 : 0;
  });
}

async function status({ json }: { json?: true }): Promise<void> {
  await withService(false, async (service) => {
    const editions = await service.db.selectFrom("editions").select(["number", "subject", "created_at"]).orderBy("number").execute();
    const rows = await Promise.all(editions.map(async (edition) => ({ ...edition, deliveries: await countDeliveries(service.db, edition.number) })));
    const subscribers = await countSubscribers(service.db);
    if (json === true) {
      process.stdout.write(`${JSON.stringify({ subscribers, editions: rows }, null, 2)}\n`);
      return;
    }
    process.stdout.write(
      `subscribers  ${
        Object.entries(subscribers)
          .map(([state, count]) => `${state} ${count}`)
          .join(", ") || "none"
      }\n`,
    );
    for (const row of rows)
      process.stdout.write(
        `edition ${row.number}  ${row.created_at.toISOString().slice(0, 10)}  ${row.subject}\n  ${Object.entries(row.deliveries)
          .map(([state, count]) => `${state} ${count}`)
          .join(", ")}\n`,
      );
  });
}

const program = new Command("digest")
  .description("Subscriptions, editions and the mail. DATABASE_URL, SMTP_URL, MAIL_FROM, PUBLIC_URL, PORT, HOST and CV_DIR are read from the environment.")
  .showHelpAfterError();
program
  .command("serve")
  .description("serve the site and the subscriptions, and work in the background")
  .option("--no-worker", "leave the background work to other processes")
  .action(serve);
program.command("worker").description("only the background work; any number may run beside each other").action(work);
program
  .command("preview")
  .description("show the next edition; with --since, the one that would have gone out for everything dated since then")
  .option("--since <date>", "a year, month or day")
  .option("--everything", "as if nothing had ever been sent")
  .option("--html <file>", "write the mail's HTML to a file")
  .addOption(new Option("--json", "print what it holds as JSON").conflicts("html"))
  .action(preview);
program.command("send").description("make the edition now and wait until it is delivered").option("--dry-run", "only show it").action(send);
program.command("status").description("subscribers, editions and how far their mails have come").option("--json", "as JSON").action(status);
program
  .command("db-stop")
  .description("stop the embedded database, whoever uses it")
  .option("--if-unused", "only where nobody is connected")
  .action(async ({ ifUnused }: { ifUnused?: true }) => {
    const wasStopped = await stopDatabase(join(environmentOrFault().TRIPTYCH_DIR, "db"), { force: ifUnused !== true });
    say(wasStopped ? "stopped" : "it was not running, or others use it");
  });

try {
  await program.parseAsync();
} catch (error) {
  const isExplained = error instanceof CommandFault || error instanceof DatabaseUnavailable || error instanceof FaultyRecord;
  const sentence = isExplained ? error.message : explainSurroundings(error);
  if (sentence === undefined) throw error;
  say(sentence);
  process.exitCode = 1;
}
