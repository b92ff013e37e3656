import { stopDatabase } from "../database/postgres/ensure-database.ts";
import { FOLDER } from "./test-database.ts";

/**
 * Vitest calls this when all tests are over: the server that they shared is not left behind, unless
 * another run is using it.
 */
export async function teardown(): Promise<void> {
  await stopDatabase(FOLDER);
}
