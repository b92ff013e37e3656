import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { randomUUID } from "node:crypto";
import { domainOf } from "../../addresses/email-address.ts";
import type { Config } from "../../config.ts";
import { renderEdition } from "../../editions/render-edition.ts";
import type { OutgoingMessage } from "../../mail/compose-message.ts";
import { listHeaders } from "../../mail/headers.ts";
import { openMailer, listAddresses } from "../../service.ts";
import type { SendOutcome } from "../../smtp/send-outcome.ts";
import { addEditionChoice, chooseEdition, type EditionChoice } from "./choose-edition.ts";
import { requireConfig } from "../open.ts";
import { requireReal } from "./require-real.ts";
import { requireAddress } from "../require-address.ts";

interface TestSendOptions extends EditionChoice {
  json?: true;
}

/** The edition as a message to one address, past list and ledger. */
async function composeTest(
  to: string,
  choice: EditionChoice,
  config: Config,
): Promise<OutgoingMessage> {
  const { cv, edition, unpublished } = await chooseEdition(choice);
  if (unpublished?.explanation !== undefined) note(unpublished.explanation);
  if (edition === undefined)
    throw new CommandFault(
      "There is nothing new to send. Try an edition that never was: test-send ADDRESS --since 2024",
    );
  const addresses = listAddresses(config, cv);
  requireReal(config, addresses);
  const { name } = cv.profile;
  const letter = await renderEdition(cv, edition, 0, addresses);
  // A token that belongs to nobody: whoever presses the link of a test ends no subscription.
  const unsubscribe = addresses.unsubscribe("test");
  return {
    letter: { ...letter, subject: `[Test] ${letter.subject}` },
    unsubscribe,
    from: { name, address: config.mailFrom },
    to,
    messageId: `<${randomUUID()}@${domainOf(config.mailFrom)}>`,
    headers: listHeaders(name, addresses, unsubscribe),
    date: new Date(),
  };
}

function report({ kind, reply }: SendOutcome, { mailFolder }: Config): void {
  const where =
    mailFolder === undefined
      ? "by the mail server"
      : "into the folder of mails, since SMTP_URL is not set";
  note(kind === "accepted" ? `Accepted ${where}: ${reply}` : `Not accepted (${kind}): ${reply}`);
}

/** Sends one message to one address: nobody's edition counts as announced. */
async function testSend(typed: string, options: TestSendOptions): Promise<ExitCode> {
  const { json, ...choice } = options;
  const address = requireAddress(typed);
  const config = requireConfig();
  const message = await composeTest(address, choice, config);
  const mailer = openMailer(config);
  const outcome = await mailer.send(message).finally(() => mailer.close());
  const { subject } = message.letter;
  if (json === true) printJson({ outcome: outcome.kind, reply: outcome.reply, subject });
  else report(outcome, config);
  return outcome.kind === "accepted" ? EXIT.done : EXIT.negative;
}

export function declareTestSend(command: Command): void {
  addEditionChoice(command.argument("<address>"))
    .addOption(sharedOption("json", "what became of it, as JSON"))
    .action(exitWith(testSend))
    .addHelpText("after", "\nExample\n  npm run digest -- test-send me@example.org --since 2024");
}
