import { join } from "node:path";
import { openDatabase, type OpenDatabase } from "../database/open-database.ts";
import { type Environment, readEnvironment } from "../env.ts";
import { openService, type Service } from "../service.ts";
import { CommandFault } from "./command-fault.ts";
import { logError } from "./terminal.ts";

/** The environment of this process. @throws CommandFault that lists everything wrong with it */
export function requireEnvironment(): Environment {
  const result = readEnvironment();
  if (result.kind === "read") return result.environment;
  throw new CommandFault(`The environment is not right.\n${result.message}`);
}

/** Folder of the embedded database. */
export function databaseFolder(environment: Environment): string {
  return join(environment.TRIPTYCH_DIR, "db");
}

/** Opens record, database, queue and mail for a command, and closes them whatever happens. */
export async function withService<T>(
  isWorker: boolean,
  use: (service: Service & { isFirstStart: boolean }) => Promise<T>,
): Promise<T> {
  const service = await openService(requireEnvironment(), { isWorker, onError: logError });
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

/** Opens only the database: for commands that must work whatever state the record is in. */
export async function withDatabase<T>(
  use: (database: OpenDatabase, environment: Environment) => Promise<T>,
): Promise<T> {
  const environment = requireEnvironment();
  const database = await openDatabase(environment.DATABASE_URL, databaseFolder(environment));
  try {
    return await use(database, environment);
  } finally {
    await database.close();
  }
}
