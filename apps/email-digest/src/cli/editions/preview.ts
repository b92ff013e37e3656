import {
  type Command,
  exitWith,
  note,
  print,
  printJson,
  sharedOption,
  writeNamed,
} from "@triptych/terminal";
import { writeFile } from "node:fs/promises";
import { renderEdition } from "../../editions/render-edition.ts";
import { listWaiting } from "../../editions/unpublished.ts";
import { listAddresses } from "../../service.ts";
import { addEditionChoice, chooseEdition, type EditionChoice } from "./choose-edition.ts";
import { requireConfig } from "../open.ts";

interface PreviewOptions extends EditionChoice {
  out?: string;
  json?: true;
}

/** Shows an edition without storing or sending it. */
export async function preview({ out, json, ...choice }: PreviewOptions): Promise<void> {
  const { cv, edition, unpublished } = await chooseEdition(choice);
  const waiting = listWaiting(unpublished);
  if (json !== true && unpublished?.explanation !== undefined) note(unpublished.explanation);
  if (edition === undefined) {
    if (json === true) printJson({ edition: null, ...waiting });
    else note("There is nothing new; no mail would be sent.");
    return;
  }
  const addresses = listAddresses(requireConfig(), cv);
  const { subject, html, text } = await renderEdition(cv, edition, 0, addresses);
  if (out !== undefined) {
    await writeNamed(out, () => writeFile(out, html));
    note(`${subject}\nwritten to ${out}`);
  } else if (json === true) {
    const { summary, works, milestones } = edition;
    printJson({ subject, summary, works: works.map(({ id }) => id), milestones, ...waiting });
  } else print(`Subject: ${subject}\n\n${text}`);
}

const HELP = `
Examples
  npm run digest -- preview
  npm run digest -- preview --since 2024-06 --out next.html`;

export function declarePreview(command: Command): void {
  addEditionChoice(command)
    .addOption(sharedOption("out", "write the letter's HTML to a file"))
    .addOption(sharedOption("json", "what it holds, as JSON").conflicts("out"))
    .action(exitWith(preview))
    .addHelpText("after", HELP);
}
