import { CommandFault, note, printJson } from "@triptych/terminal";
import { resolve } from "node:path";
import { upgradeDatabase } from "../../database/upgrade.ts";
import { ensureDatabase, stopDatabase } from "../../database/postgres/ensure-database.ts";
import { requireConfig } from "../open.ts";
import { countRows } from "./count-rows.ts";

interface Json {
  json?: true;
}

/** Folder of the embedded database. @throws CommandFault where another server is in use */
function requireEmbedded(): string {
  const { databaseUrl, databaseFolder } = requireConfig();
  if (databaseUrl !== undefined)
    throw new CommandFault(
      "DATABASE_URL names a server that is not ours to start, stop or upgrade. Unset it to " +
        "mean the embedded one.",
    );
  return databaseFolder;
}

export async function start({ json }: Json): Promise<void> {
  const { started } = await ensureDatabase(requireEmbedded());
  if (json === true) printJson({ started });
  else
    note(started ? "started; it runs until npm run digest -- db stop" : "it was running already");
}

export async function stop({ ifUnused, json }: Json & { ifUnused?: true }): Promise<void> {
  const stopped = await stopDatabase(requireEmbedded(), { force: ifUnused !== true });
  if (json === true) printJson({ stopped });
  else note(stopped ? "stopped" : "it was not running, or others use it");
}

interface UpgradeOptions extends Json {
  oldBinaries?: string;
}

export async function upgrade({ oldBinaries, json }: UpgradeOptions): Promise<void> {
  const { onRows, end } = countRows(json === true ? { json } : {});
  const result = await upgradeDatabase(
    requireEmbedded(),
    oldBinaries === undefined ? undefined : resolve(oldBinaries),
    new Date(),
    onRows,
  ).finally(end);
  if (result.kind === "old-binaries-needed")
    throw new CommandFault(
      `The database was written by PostgreSQL ${result.from}, and only that version can read ` +
        `it. Install PostgreSQL ${result.from} beside this one and name the folder of its ` +
        `programs, for example: db upgrade --old-binaries /usr/lib/postgresql/${result.from}/bin`,
    );
  if (result.kind === "wrong-binaries")
    throw new CommandFault(
      `The database was written by PostgreSQL ${result.from}; the programs in ` +
        `${oldBinaries ?? ""} are of ${result.named}. Nothing was touched.`,
    );
  if (json === true) return printJson(result);
  if (result.kind === "empty") note("There is no database yet, so there is nothing to upgrade.");
  else if (result.kind === "current")
    note(`The database is of PostgreSQL ${result.major}, as it should be.`);
  else
    note(
      `${result.rows} rows moved from PostgreSQL ${result.from} to ${result.to}. The old data ` +
        `is kept in ${result.kept}; delete it when all is well.`,
    );
}
