import type { Command } from "commander";
import { randomUUID } from "node:crypto";
import process from "node:process";
import { parseAddress } from "../addresses/email-address.ts";
import { createAddresses } from "../addresses/page-addresses.ts";
import { domainOf } from "../addresses/email-address.ts";
import { listHeaders } from "../mail/headers.ts";
import { openMailer, publicAddress } from "../service.ts";
import { addEditionChoice, chooseEdition, type EditionChoice } from "./choose-edition.ts";
import { CommandFault, EXIT } from "./command-fault.ts";
import { requireConfig } from "./open.ts";
import { printJson, say } from "./terminal.ts";
import { renderEdition } from "../editions/render-edition.ts";

/** Sends one mail to one address, past list and ledger: nobody's edition counts as told. */
async function testSend(
  typed: string,
  { json, ...choice }: EditionChoice & { json?: true },
): Promise<void> {
  const parsed = parseAddress(typed);
  if (parsed.kind === "invalid") throw new CommandFault(`${typed}: ${parsed.reason}`);
  const config = requireConfig();
  const { cv, edition } = await chooseEdition(choice);
  if (edition === undefined)
    throw new CommandFault(
      "There is nothing new to send. Try an edition that never was: test-send ADDRESS --since 2024",
    );
  const addresses = createAddresses(publicAddress(config, cv));
  const { name } = cv.profile;
  const mail = await renderEdition(cv, edition, 0, addresses);
  const subject = `[Test] ${mail.subject}`;
  // A token that belongs to nobody: whoever presses the link of a test ends no subscription.
  const unsubscribe = addresses.unsubscribe("test");
  const mailer = openMailer(config);
  const outcome = await mailer
    .send({
      letter: { ...mail, subject },
      unsubscribe,
      from: { name, address: config.mailFrom },
      to: parsed.address,
      messageId: `<${randomUUID()}@${domainOf(config.mailFrom)}>`,
      headers: listHeaders(name, addresses, unsubscribe),
      date: new Date(),
    })
    .finally(() => mailer.close());
  process.exitCode = outcome.kind === "accepted" ? EXIT.done : EXIT.incomplete;
  if (json === true) return printJson({ outcome: outcome.kind, reply: outcome.reply, subject });
  const where =
    config.mailFolder === undefined
      ? "by the mail server"
      : "into the folder of mails, since SMTP_URL is not set";
  say(
    outcome.kind === "accepted"
      ? `Accepted ${where}: ${outcome.reply}`
      : `Not accepted (${outcome.kind}): ${outcome.reply}`,
  );
}

export function addTestSendCommand(program: Command): void {
  addEditionChoice(
    program
      .command("test-send")
      .description("send the next edition to one address, as a test; nothing counts as told")
      .argument("<address>"),
  )
    .option("--json", "what became of it, as JSON")
    .action(testSend)
    .addHelpText("after", "\nExample\n  npm run digest -- test-send me@example.org --since 2024");
}
