/**
 * SQLSTATE classes and codes of a server that is going, gone or coming (PostgreSQL, appendix A),
 * and one that has no room.
 */
const STATES = /^(08\w{3}|57P0[1-5]|53300)$/;
/** What the operating system says of a socket that nobody listens on, or that broke. */
const ERRORS = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/**
 * Whether an error means that the database cannot be reached now, in contrast to a query that it
 * refused.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    STATES.test(code) ||
    ERRORS.has(code) ||
    /Connection terminated|connection timeout|not queryable|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}
