import { EXIT, type ExitCode, note, printJson } from "@triptych/terminal";
import { allowAddress, noteDepartures } from "../../journal/departures.ts";
import { openInstallationJournal } from "../../journal/restored-database.ts";
import { eraseAddress } from "../../subscribers/privacy/erase-address.ts";
import { exportSubscriber } from "../../subscribers/privacy/export-subscriber.ts";
import { describeTraces, purgeErased } from "../../subscribers/privacy/purge-traces.ts";
import { restoreSubscriber, undoRestore } from "../../subscribers/suppression.ts";
import { withDatabase } from "../open.ts";
import { requireAddress } from "../require-address.ts";

interface Json {
  json?: true;
}

export async function exportOne(typed: string): Promise<void> {
  const address = requireAddress(typed);
  await withDatabase(async ({ db }, { secret }) =>
    printJson(await exportSubscriber(db, secret, address, new Date())),
  );
}

/** Exit 1 where the bytes of what was erased are still in the database's files. */
export async function erase(typed: string, { json }: Json): Promise<ExitCode> {
  const address = requireAddress(typed);
  return withDatabase(async ({ db }, { secret, mailFolder, journalFolder }) => {
    const erasure = await eraseAddress(db, secret, address, new Date(), mailFolder);
    await noteDepartures(db, secret, await openInstallationJournal(db, journalFolder));
    const purge = await purgeErased(db);
    if (json === true) printJson({ ...erasure, purge });
    else {
      note(
        erasure.wasKnown
          ? "Erased; the editions keep their counts, and a keyed hash keeps imports from " +
              "bringing the address back."
          : "It was not known; imports will not bring it in.",
      );
      if (erasure.files > 0) note(`${erasure.files} mails written to files were deleted.`);
      note(describeTraces(purge) ?? "");
    }
    return purge.kind === "failed" ? EXIT.negative : EXIT.done;
  });
}

export async function allow(typed: string, { json }: Json): Promise<void> {
  const address = requireAddress(typed);
  await withDatabase(async ({ db }, { secret, journalFolder }) => {
    const journal = await openInstallationJournal(db, journalFolder);
    const allowed = await allowAddress(db, secret, journal, address, new Date());
    if (json === true) printJson({ allowed });
    else
      note(
        allowed
          ? `${address} may subscribe again; the form sends its owner a mail to confirm.`
          : "Nothing stood in its way.",
      );
  });
}

const NOT_RESTORED = {
  "not-bounced":
    "Nobody with this address was taken off because mail bounced; who left or complained comes " +
    "back by their own form only.",
  forgotten:
    "It was taken off so long ago that it is forgotten. To let its owner ask again: subscribers " +
    "allow ADDRESS",
} as const;

/** Brings back who was taken off by bounces, or undoes that; a backup respects either. */
export async function restore(typed: string, { undo, json }: Json & { undo?: true }) {
  const address = requireAddress(typed);
  return withDatabase(async ({ db }, { secret, journalFolder }): Promise<ExitCode> => {
    const now = new Date();
    const result =
      undo !== true
        ? await restoreSubscriber(db, secret, address, now)
        : (await undoRestore(db, secret, address, now))
          ? "undone"
          : "not-restored";
    await noteDepartures(db, secret, await openInstallationJournal(db, journalFolder));
    if (json === true) printJson({ result });
    else if (result === "restored")
      note(`${address} gets the digest again. To undo it: subscribers restore --undo ${address}`);
    else if (result === "undone") note(`${address} is off the list again.`);
    else note(result === "not-restored" ? "It was not restored." : NOT_RESTORED[result]);
    return result === "restored" || result === "undone" ? EXIT.done : EXIT.negative;
  });
}
