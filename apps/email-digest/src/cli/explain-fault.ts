import { DatabaseUnavailable } from "../database/postgres/database-unavailable.ts";
import { FaultyRecord } from "../faulty-record.ts";
import { OtherSecret } from "../secret/claim-secret.ts";

/** What the network and the database server say, as a sentence for whoever started the program. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "The database does not answer. Is the server in DATABASE_URL running?",
  ENOTFOUND: "The host in DATABASE_URL is not known. Is its name right, and is there a network?",
  EAI_AGAIN: "The host in DATABASE_URL could not be looked up. Is there a network?",
  // PostgreSQL, appendix A.
  "28P01": "The database does not know this user, or the password is wrong. Correct DATABASE_URL.",
  "28000":
    "The database does not let this user in from here. Correct DATABASE_URL, or the server's " +
    "pg_hba.conf.",
  "3D000":
    "The server is there, but not the database that DATABASE_URL names. Make it, for example " +
    "with createdb, or correct the name.",
};

/** The sentence for a fault that only this program meets; undefined for any other. */
export function explainFault(error: unknown): string | undefined {
  const isOurs =
    error instanceof DatabaseUnavailable ||
    error instanceof FaultyRecord ||
    error instanceof OtherSecret;
  if (isOurs) return error.message;
  return error instanceof Error && "code" in error ? SENTENCES[String(error.code)] : undefined;
}
