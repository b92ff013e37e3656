import { CommandFault, EXIT } from "@triptych/terminal";
import { type Config, readConfig } from "../config.ts";
import { openDatabase, type OpenDatabase, type OpenOptions } from "../database/open-database.ts";
import { openService, type StartedService } from "../service.ts";
import { claimSecret } from "../secret/claim-secret.ts";
import { logError, logLine } from "./log.ts";

/** What the environment says. @throws CommandFault that lists everything wrong with it */
export function requireConfig(): Config {
  const result = readConfig();
  if (result.kind === "read") return result.config;
  throw new CommandFault(result.message, EXIT.misused);
}

/** Opens record, database, queue and mail for a command, and closes them whatever happens. */
export async function withService<T>(
  isWorker: boolean,
  use: (service: StartedService) => Promise<T>,
): Promise<T> {
  const service = await openService(requireConfig(), { isWorker, onError: logError });
  try {
    reportUpgrade(service.database);
    if (service.adoptedFrom !== undefined)
      logLine({
        event:
          `This digest was ${service.adoptedFrom}'s and nobody was ever on its list; now it is ` +
          `${service.name}'s, and everything in the record counts as announced.`,
      });
    return await use(service);
  } finally {
    await service.close();
  }
}

/** Says where the backup lies that was written before the tables were brought up to date. */
function reportUpgrade({ backup }: OpenDatabase): void {
  if (backup !== undefined)
    logLine({ event: `The database is up to date now; as it was before, it is in ${backup}.` });
}

/**
 * Opens only the database, whatever its secret: for commands that must always work.
 * @param prepare instead of bringing its tables up to date
 */
export async function withAnyDatabase<T>(
  use: (database: OpenDatabase, config: Config) => Promise<T>,
  prepare?: OpenOptions["prepare"],
): Promise<T> {
  const config = requireConfig();
  const database = await openDatabase(config.databaseUrl, config.databaseFolder, { prepare });
  try {
    reportUpgrade(database);
    return await use(database, config);
  } finally {
    await database.close();
  }
}

/**
 * Opens only the database: for commands that must work whatever state the record is in.
 * @throws OtherSecret
 */
export const withDatabase = <T>(
  use: (database: OpenDatabase, config: Config) => Promise<T>,
): Promise<T> =>
  withAnyDatabase(async (database, config) => {
    await claimSecret(database.db, config, new Date());
    return use(database, config);
  });
