import {
  type Command,
  CommandFault,
  EXIT,
  type ExitCode,
  exitWith,
  note,
  openTerminal,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { claimSecret, replaceSecret } from "../secret/claim-secret.ts";
import { deriveKeys } from "../secret/keys.ts";
import { makeSecret, type Secrets, writeSecrets } from "../secret/secret-file.ts";
import { declareAction } from "./declare-action.ts";
import { requireConfig, withAnyDatabase, withDatabase } from "./open.ts";

interface SecretOptions {
  yes?: true;
  json?: true;
}

const RESTART = "Restart the service: until then it makes links with the former secret.";

async function rotate({ json }: SecretOptions): Promise<void> {
  const { secretFile, secrets } = requireConfig();
  if (secretFile === undefined)
    throw new CommandFault(
      "DIGEST_SECRET names the secret: set DIGEST_FORMER_SECRETS to it and to what stands there " +
        "already, DIGEST_SECRET to a new one, and restart the service.",
      EXIT.misused,
    );
  // Refused where the secret is not the database's: the file would be none that fits.
  await withDatabase(async ({ db }) => {
    const renewed: Secrets = [makeSecret(), ...secrets];
    writeSecrets(secretFile, renewed);
    const links = await claimSecret(db, deriveKeys(renewed), new Date());
    if (json === true) printJson({ links });
    else
      note(
        `${secretFile} has a new secret, and ${links} subscribers new links; those in mails that ` +
          `were sent work for another year. ${RESTART}`,
      );
  });
}

async function replace({ yes, json }: SecretOptions): Promise<ExitCode> {
  const lost =
    "those who complained, bounced or were erased are no longer recognised, so look at every " +
    "list before you import it";
  if (yes !== true) {
    const { ask } = openTerminal({ quiet: json === true });
    if (ask === undefined)
      throw new CommandFault(`Going on with the present secret needs --yes: ${lost}.`);
    const answer = await ask(`Go on with the present secret? Then ${lost}. yes or no`, "no");
    if (!/^y(es)?$/i.test(answer)) {
      note("Nothing was changed.");
      return EXIT.negative;
    }
  }
  const links = await withAnyDatabase(({ db }, config) => replaceSecret(db, config, new Date()));
  if (json === true) printJson({ links });
  else
    note(
      `The database goes on with the present secret. ${links} subscribers have new links; those ` +
        `in mails that were sent work for another year. But ${lost}.`,
    );
  return EXIT.done;
}

export function declareSecret(command: Command): void {
  declareAction(
    command
      .command("rotate")
      .description("make a new secret; links in mails that were sent work for another year"),
    exitWith(rotate),
    "secret rotate",
  );
  declareAction(
    command
      .command("replace")
      .description("go on with the present secret where the one of the database is lost")
      .addOption(sharedOption("yes")),
    exitWith(replace),
    "secret replace",
  );
}
