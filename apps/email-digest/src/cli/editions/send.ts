import {
  type Command,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  Option,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { resendUnknown } from "../../delivery/ledger.ts";
import { resumeEdition } from "../../brake/edition-hold.ts";
import { planRefusedAgain } from "../../brake/plan-again.ts";
import { listWaiting } from "../../editions/unpublished.ts";
import type { Composed, Service } from "../../service.ts";
import { deliver, type Delivered } from "./deliver.ts";
import { readNumber, requireEdition } from "./edition-number.ts";
import { formatEquation } from "./equation.ts";
import { requireConfig, withService } from "../open.ts";
import { preview } from "./preview.ts";
import { requireReal } from "./require-real.ts";
import { requireAlignment } from "./require-alignment.ts";

interface SendOptions {
  dryRun?: true;
  sendAnyway?: true;
  resendUnknown?: number;
  resendFailed?: number;
  resume?: number;
  json?: true;
}

/** What is to be sent: a new edition, what is due of the last one, or what is unknown again. */
type Begun =
  | Composed
  | ((
      | { kind: "again"; number: number; resent: number; of: "unknown" | "refused" }
      | { kind: "resumed"; number: number; wasHeld: boolean }
    ) & { unpublished?: undefined });

async function begin(
  service: Service,
  { resendUnknown: unknown, resendFailed: failed, resume }: SendOptions,
): Promise<Begun> {
  const { db } = service;
  const now = service.now();
  const asked = unknown ?? failed ?? resume;
  if (asked === undefined) return service.composeEdition();
  const { number } = await requireEdition(db, asked);
  if (unknown !== undefined)
    return { kind: "again", number, resent: await resendUnknown(db, number, now), of: "unknown" };
  const wasHeld = await resumeEdition(db, number, now);
  if (failed === undefined) return { kind: "resumed", number, wasHeld };
  const resent = await db.transaction().execute((tx) => planRefusedAgain(tx, number, now));
  return { kind: "again", number, resent, of: "refused" };
}

function describeBegun(begun: Begun): string {
  switch (begun.kind) {
    case "nothing-new":
      return "There is nothing new; no mail was sent.";
    case "created":
      return `Edition ${begun.number}: ${begun.edition.summary}, ${begun.recipients} recipients.`;
    case "caught-up":
      return (
        `There is nothing new; ${begun.recipients} who read less often get with edition ` +
        `${begun.number} what they have not been told.`
      );
    case "again":
      return (
        `Edition ${begun.number}: ${begun.resent} ${begun.of} mails are sent again, with their ` +
        "old Message-IDs."
      );
    case "resumed":
      return `Edition ${begun.number} ${begun.wasHeld ? "goes on." : "was not on hold."}`;
  }
}

function report({ edition, unreachable, held }: Delivered): void {
  const { number, deliveries } = edition;
  note(formatEquation(edition));
  if (unreachable !== undefined) note(`The mail server cannot be reached: ${unreachable}`);
  if (held !== undefined)
    note(`The edition is on hold: ${held} When that is put right: editions resume ${number}`);
  else if (deliveries.planned > 0)
    note(
      `${deliveries.planned} put off; a running worker (npm start) sends them when they are due.`,
    );
  if (deliveries.failed > 0)
    note(
      `${deliveries.failed} refused; when the reason is put right: send --resend-failed ${number}`,
    );
  if (deliveries.unknown > 0)
    note(
      `${deliveries.unknown} unknown: the line broke before the answer. Look for them in the ` +
        `server's log, then decide: send --resend-unknown ${number}`,
    );
}

/** Exit 1 unless every mail was accepted. */
async function send(options: SendOptions): Promise<ExitCode | void> {
  const { json } = options;
  const quiet: { json?: true } = json === true ? { json } : {};
  if (options.dryRun === true) return preview(quiet);
  if (options.sendAnyway !== true) await requireAlignment(requireConfig());
  return withService(false, async (service) => {
    requireReal(service.config, service.addresses);
    const begun = await begin(service, options);
    const { explanation } = begun.unpublished ?? {};
    const waiting = listWaiting(begun.unpublished);
    if (json !== true && explanation !== undefined) note(explanation);
    if (json !== true) note(describeBegun(begun));
    if (begun.kind === "nothing-new") {
      if (json === true) printJson({ edition: null, ...waiting });
      return EXIT.done;
    }
    const delivered = await deliver(service, begun.number, quiet);
    if (json === true) printJson({ ...delivered, ...waiting });
    else report(delivered);
    const { recipients, erased, deliveries } = delivered.edition;
    return deliveries.accepted + erased === recipients ? EXIT.done : EXIT.negative;
  });
}

const HELP = `
Examples
  npm run digest -- send --dry-run
  npm run digest -- send
  npm run digest -- send --resend-unknown 3
  npm run digest -- send --resend-failed 3
  npm run digest -- send --resume 3

What is planned again can be stopped: editions pause 3

Exit code 1 unless every mail was accepted.`;

export function declareSend(command: Command): void {
  command
    .addOption(
      new Option("--dry-run", "only show it; nothing is stored or sent").conflicts([
        "resendUnknown",
        "resendFailed",
        "resume",
      ]),
    )
    .addOption(
      new Option(
        "--resend-unknown <edition>",
        "send the mails of an edition again whose fate nobody knows; some people may get it twice",
      )
        .argParser(readNumber)
        .conflicts(["resendFailed", "resume"]),
    )
    .addOption(
      new Option(
        "--resend-failed <edition>",
        "send the mails of an edition again that were refused; nobody gets it twice",
      )
        .argParser(readNumber)
        .conflicts("resume"),
    )
    .addOption(
      new Option("--resume <edition>", "let an edition on hold go on, and wait for it").argParser(
        readNumber,
      ),
    )
    .option("--send-anyway", "even where neither SPF nor DKIM can vouch for MAIL_FROM")
    .addOption(sharedOption("json", "the edition and how its deliveries stand, as JSON"))
    .action(exitWith(send))
    .addHelpText("after", HELP);
}
