import { basePath } from "@triptych/schema";
import { type Command, CommandFault, exitWith, note, sharedOption } from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { hostInAddress } from "../addresses/ip-address.ts";
import { isOnlyHere } from "../config.ts";
import { formatSlot, nextSlot, readSchedule } from "../editions/schedule.ts";
import type { Listening } from "../http/listen.ts";
import { hasDigest, type Service, type StartedService } from "../service.ts";
import { startWorker, type Worker } from "../worker.ts";
import { logError, logLine, untilStopped } from "./log.ts";
import { requireConfig, withService } from "./open.ts";
import { requireReal } from "./editions/require-real.ts";

interface ServeOptions {
  worker: boolean;
  json?: true;
}

async function describeStart(service: StartedService, port: number): Promise<string> {
  const { config, database } = service;
  const base = basePath(service.addresses.base);
  const cv = await service.readCv();
  const schedule = readSchedule(cv.settings);
  const slot = formatSlot(nextSlot(schedule, new Date()), schedule);
  const next = `next on ${slot}, if there is something new`;
  const place = isOnlyHere(config)
    ? `read it at http://localhost:${port}${base}/dev/mail`
    : `they lie in ${config.mailFolder ?? ""}, and nobody gets them`;
  const mail = config.mailFolder === undefined ? "sent over SMTP" : `written to files; ${place}`;
  return [
    "",
    `  Site       http://${hostInAddress(config.host)}:${port}` + (base === "" ? "" : `${base}/`),
    `  Mail       ${mail}`,
    `  Database   ${database.description}`,
    `  Digest     ${hasDigest(cv) ? next : "none, says the record"}`,
    ...(service.isFirstStart
      ? ["             first start: everything in the record counts as announced"]
      : []),
    "  Stop       Ctrl-C",
    "",
  ].join("\n");
}

/** What is handed out where the public site is elsewhere: what the build made. */
const BUILT = resolve(import.meta.dirname, "../../../../.triptych/site");

async function readHeaders(site: string): Promise<Record<string, string>> {
  const file = `${site}-headers.json`;
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFault(`There is no built site (${file}). Run npm start, which builds it.`);
  });
  const headers: unknown = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
}

function explainListening(error: unknown, port: number): CommandFault {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return new CommandFault(
    isTaken
      ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
      : `Cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** Loads what answers only here, so that workers and other commands start without it. */
async function open(
  { config, ...service }: Service,
  { site, headers }: { site: string; headers: Record<string, string> },
): Promise<Listening> {
  const [{ createApp }, { listen }] = await Promise.all([
    import("../http/app.ts"),
    import("../http/listen.ts"),
  ]);
  const app = createApp({
    service,
    hasDigest: hasDigest(await service.readCv()),
    site,
    headers,
    mailFolder: config.mailFolder,
    stateFolder: config.stateFolder,
    metricsToken: config.metricsToken,
    showsMail: isOnlyHere(config),
    bounceSecret: config.bounceSecret,
    log: logLine,
  });
  return listen(app, config).catch((error: unknown) => {
    throw explainListening(error, config.port);
  });
}

async function reportStart(
  service: StartedService,
  port: number,
  { json }: ServeOptions,
): Promise<void> {
  const { database, isFirstStart } = service;
  if (json === true)
    logLine({ event: "started", port, database: database.description, isFirstStart });
  else note(await describeStart(service, port));
}

async function serve(options: ServeOptions): Promise<void> {
  const site = requireConfig().siteFolder ?? BUILT;
  const headers = await readHeaders(site);
  const stopped = untilStopped();
  await withService(options.worker, async (service) => {
    if (hasDigest(await service.readCv())) requireReal(service.config, service.addresses);
    let worker: Worker | undefined;
    let listening: Listening | undefined;
    try {
      const isSending = options.worker && hasDigest(await service.readCv());
      worker = isSending ? await startWorker(service, logError) : undefined;
      listening = await open(service, { site, headers });
      await reportStart(service, listening.port, options);
      await stopped;
    } finally {
      if (options.json !== true) note("Stopping; mail under way is finished first.");
      const stopping = listening?.stop();
      await worker?.stop();
      await stopping?.finish();
    }
  });
}

const HELP = `
Examples
  npm run digest -- serve
  PORT=8080 HOST=0.0.0.0 npm run digest -- serve --no-worker`;

export function declareServe(command: Command): void {
  command
    .option("--no-worker", "leave the background work to other processes")
    .addOption(sharedOption("json", "one event a line, as JSON, on standard error"))
    .action(exitWith(serve))
    .addHelpText("after", HELP);
}
