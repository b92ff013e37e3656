import { CommandFault, note, openTerminal, printJson } from "@triptych/terminal";
import { importSubscribers } from "../../subscribers/import/import-subscribers.ts";
import { IMPORT_HEADER, readImport } from "../../subscribers/import/read-import.ts";
import { withDatabase } from "../open.ts";
import { requireAddress } from "../require-address.ts";

interface AddOptions {
  consent?: string;
  on?: string;
  json?: true;
}

/** Asks on the terminal what a script must say with --consent. */
async function askConsent(address: string, { json }: AddOptions): Promise<string> {
  const { ask } = openTerminal({ quiet: json === true });
  if (ask === undefined)
    throw new CommandFault(
      `How did ${address} agree? Say it with --consent, for example: --consent "asked me at ` +
        `the summer school"`,
    );
  return ask(`How did ${address} agree to get the digest?`, "");
}

/** Faults speak of the columns of a list; here they are options. */
const asOptions = (problem: string) =>
  problem.replace("consent_text", "the note").replace("consent_at", "--on");

export async function add(typed: string, options: AddOptions): Promise<void> {
  const address = requireAddress(typed);
  const consent = options.consent ?? (await askConsent(address, options));
  const now = new Date();
  const cells = [address, options.on ?? now.toISOString(), consent, "told to the researcher"].map(
    (cell) => `"${cell.replaceAll('"', '""')}"`,
  );
  const read = readImport(`${IMPORT_HEADER}\n${cells.join(",")}`, now);
  if (read.kind === "faulty")
    throw new CommandFault(read.faults.map(({ problem }) => asOptions(problem)).join("\n"));
  await withDatabase(async ({ db }, keys) => {
    const result = await importSubscribers(db, keys, read.rows);
    if (result.kind === "refused")
      throw new CommandFault(result.faults.map(({ problem }) => problem).join("\n"));
    const isAdded = result.added === 1;
    if (options.json === true) printJson({ added: isAdded });
    else note(isAdded ? `${address} is subscribed.` : `${address} was subscribed already.`);
  });
}
