import { type Command, Option } from "commander";
import { writeFile } from "node:fs/promises";
import { createAddresses } from "../addresses/page-addresses.ts";
import { publicAddress } from "../service.ts";
import { addEditionChoice, chooseEdition, type EditionChoice } from "./choose-edition.ts";
import { writeNamed } from "./command-fault.ts";
import { requireConfig } from "./open.ts";
import { print, printJson, say } from "./terminal.ts";
import { renderEdition } from "../editions/render-edition.ts";

interface PreviewOptions extends EditionChoice {
  html?: string;
  json?: true;
}

/** Shows an edition without storing or sending it. */
export async function preview({ html, json, ...choice }: PreviewOptions): Promise<void> {
  const { cv, edition } = await chooseEdition(choice);
  if (edition === undefined) {
    if (json === true) printJson({ edition: null });
    else say("There is nothing new; no mail would be sent.");
    return;
  }
  const mail = await renderEdition(
    cv,
    edition,
    0,
    createAddresses(publicAddress(requireConfig(), cv)),
  );
  if (html !== undefined) {
    await writeNamed(html, () => writeFile(html, mail.html));
    say(`${mail.subject}\nwritten to ${html}`);
  } else if (json === true) {
    printJson({
      subject: mail.subject,
      summary: edition.summary,
      works: edition.works.map((work) => work.id),
      milestones: edition.milestones,
    });
  } else print(`Subject: ${mail.subject}\n\n${mail.text}`);
}

export function addPreviewCommand(program: Command): void {
  addEditionChoice(
    program.command("preview").description("show the next edition; nothing is stored or sent"),
  )
    .option("--html <file>", "write the mail's HTML to a file")
    .addOption(new Option("--json", "what it holds, as JSON").conflicts("html"))
    .action(preview)
    .addHelpText(
      "after",
      "\nExamples\n  npm run digest -- preview\n  npm run digest -- preview --since 2024-06 --html next.html",
    );
}
