import { type Command, InvalidArgumentError, Option } from "commander";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { listHolds } from "../editions/edition-hold.ts";
import { countDeliveries, isUnderWay, resendUnknown } from "../delivery/ledger.ts";
import type { Round } from "../delivery/send-due.ts";
import { type EditionSums, listEditions } from "../editions/edition-list.ts";
import type { Config } from "../config.ts";
import type { Service } from "../service.ts";
import { startWorker, type Worker } from "../worker.ts";
import { CommandFault, EXIT } from "./command-fault.ts";
import { formatFinding } from "./doctor.ts";
import { formatEquation } from "./equation.ts";
import { requireConfig, withService } from "./open.ts";
import { preview } from "./preview.ts";
import { openProgress } from "./progress.ts";
import { logError, printJson, say } from "./terminal.ts";

interface SendOptions {
  dryRun?: true;
  sendAnyway?: true;
  resendUnknown?: number;
  json?: true;
}

const REDRAW_MS = 250;
const LOOK_AGAIN_MS = 500;

export function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError("It takes the number of an edition, such as 3.");
  return Number(text);
}

interface Delivered {
  edition: EditionSums;
  /** What kept it from talking to the mail server at all. */
  unreachable: string | undefined;
  /** Why nothing more of the edition is sent. */
  held: string | undefined;
}

async function requireEdition({ db }: Service, number: number): Promise<EditionSums> {
  const edition = (await listEditions(db)).find((known) => known.number === number);
  if (edition === undefined)
    throw new CommandFault(`There is no edition ${number}. npm run digest -- editions lists them.`);
  return edition;
}

/**
 * Goes on until nothing of an edition is due: also what workers of other processes have taken
 * counts as sent only once it is.
 */
async function sendAll(worker: Worker, { db }: Service, edition: number): Promise<Round> {
  for (;;) {
    const round = await worker.deliver();
    if (round.unreachable !== undefined || !(await isUnderWay(db, edition))) return round;
    await wait(LOOK_AGAIN_MS);
  }
}

/**
 * Sends what is due of an edition and returns how its deliveries stand. Other workers may help; the
 * ledger counts for all.
 */
async function deliver(service: Service, edition: number): Promise<Delivered> {
  const progress = openProgress("mails");
  const draw = setInterval(() => {
    void countDeliveries(service.db, edition).then(
      ({ planned, sending, accepted, failed, unknown }) => {
        const settled = accepted + failed + unknown;
        progress.show(settled, settled + planned + sending);
      },
      logError,
    );
  }, REDRAW_MS);
  let worker: Worker | undefined;
  try {
    worker = await startWorker(service, logError);
    const { unreachable } = await sendAll(worker, service, edition);
    const holds = await listHolds(service.db);
    return {
      edition: await requireEdition(service, edition),
      unreachable,
      held: holds.find((hold) => hold.edition === edition)?.reason,
    };
  } finally {
    clearInterval(draw);
    await worker?.stop();
    progress.end();
  }
}

function report({ edition, unreachable, held }: Delivered): void {
  const { number, deliveries } = edition;
  say(formatEquation(edition));
  if (unreachable !== undefined) say(`The mail server cannot be reached: ${unreachable}`);
  if (held !== undefined)
    say(`The edition is on hold: ${held} When that is mended: editions resume ${number}`);
  else if (deliveries.planned > 0)
    say(
      `${deliveries.planned} put off; a running worker (npm start) sends them when they are due.`,
    );
  if (deliveries.unknown > 0)
    say(
      `${deliveries.unknown} unknown: the line broke before the answer. Look for them in the server's log, then decide: send --resend-unknown ${number}`,
    );
}

async function again(service: Service, number: number): Promise<{ resent: number }> {
  await requireEdition(service, number);
  return { resent: await resendUnknown(service.db, number, service.now()) };
}

/**
 * Refuses to send what large providers would refuse to take, since that spoils the sender's name
 * for long.
 */
async function requireAlignment(config: Config): Promise<void> {
  if (config.smtpUrl === undefined) return;
  const [{ createResolver }, { examineDns }, { readSenderIdentity }] = await Promise.all([
    import("../doctor/resolver.ts"),
    import("../doctor/run-doctor.ts"),
    import("../doctor/sender-identity.ts"),
  ]);
  const { alignment, findings } = await examineDns(createResolver(), readSenderIdentity(config));
  if (alignment === "unknown")
    say(
      "Whether SPF or DKIM vouch for MAIL_FROM is not known from here; npm run digest -- doctor says more.",
    );
  if (alignment !== "cannot-pass") return;
  const faults = findings.filter(({ verdict }) => verdict === "fail").map(formatFinding);
  throw new CommandFault(
    [
      "Nothing was sent: no SPF and no DKIM can vouch for MAIL_FROM.",
      ...faults,
      "To send all the same: send --send-anyway",
    ].join("\n"),
  );
}

async function send({
  dryRun,
  sendAnyway,
  resendUnknown: edition,
  json,
}: SendOptions): Promise<void> {
  if (dryRun === true) return preview(json === true ? { json } : {});
  if (sendAnyway !== true) await requireAlignment(requireConfig());
  await withService(false, async (service) => {
    const begun =
      edition === undefined
        ? await service.composeEdition()
        : { kind: "again" as const, number: edition, ...(await again(service, edition)) };
    if (begun.kind === "nothing-new") {
      if (json === true) printJson({ edition: null });
      else say("There is nothing new; no mail was sent.");
      return;
    }
    if (json !== true) {
      if (begun.kind === "created")
        say(`Edition ${begun.number}: ${begun.edition.summary}, ${begun.recipients} recipients.`);
      else if (begun.kind === "caught-up")
        say(
          `There is nothing new; ${begun.recipients} who read less often get with edition ${begun.number} what they have not been told.`,
        );
      else
        say(
          `Edition ${begun.number}: ${begun.resent} unknown mails are sent again, with their old Message-IDs.`,
        );
    }
    const delivered = await deliver(service, begun.number);
    if (json === true) printJson(delivered);
    else report(delivered);
    const { recipients, erased, deliveries } = delivered.edition;
    process.exitCode = deliveries.accepted + erased === recipients ? EXIT.done : EXIT.incomplete;
  });
}

export function addSendCommand(program: Command): void {
  program
    .command("send")
    .description(
      "make the edition now and wait until it is delivered; exit 1 unless every mail was accepted",
    )
    .addOption(
      new Option("--dry-run", "only show it; nothing is stored or sent").conflicts("resendUnknown"),
    )
    .option(
      "--resend-unknown <edition>",
      "send the mails of an edition again whose fate nobody knows; some people may get it twice",
      readNumber,
    )
    .option("--send-anyway", "even where neither SPF nor DKIM can vouch for MAIL_FROM")
    .option("--json", "the edition and how its deliveries stand, as JSON")
    .action(send)
    .addHelpText(
      "after",
      "\nExamples\n  npm run digest -- send --dry-run\n  npm run digest -- send\n  npm run digest -- send --resend-unknown 3",
    );
}
