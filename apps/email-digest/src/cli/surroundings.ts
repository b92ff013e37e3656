/** What the operating system says, as a sentence for whoever started the program. */
const SENTENCES: Record<string, string> = {
  ENOSPC:
    "The disk is full. Free some space and start again; nothing that was sent or stored is lost.",
  EDQUOT:
    "Your share of the disk is used up. Free some space and start again; nothing that was sent or stored is lost.",
  ECONNREFUSED: "The database does not answer. Is the server in DATABASE_URL running?",
  ENOTFOUND: "The host in DATABASE_URL is not known. Is its name right, and is there a network?",
  EAI_AGAIN: "The host in DATABASE_URL could not be looked up. Is there a network?",
  // PostgreSQL, appendix A.
  "28P01": "The database does not know this user, or the password is wrong. Mend DATABASE_URL.",
  "28000":
    "The database does not let this user in from here. Mend DATABASE_URL, or the server's pg_hba.conf.",
  "3D000":
    "The server is there, but not the database that DATABASE_URL names. Make it, for example with createdb, or mend the name.",
};

const DENIED = new Set(["EACCES", "EPERM", "EROFS"]);

function readFault(error: unknown): { code: string; path: string | undefined } {
  if (typeof error !== "object" || error === null) return { code: "", path: undefined };
  return {
    code: "code" in error ? String(error.code) : "",
    path: "path" in error ? String(error.path) : undefined,
  };
}

/**
 * The sentence for a fault of the surroundings; undefined for anything else, which is a bug and
 * shown as it is.
 */
export function explainSurroundings(error: unknown): string | undefined {
  const { code, path } = readFault(error);
  if (!DENIED.has(code)) return SENTENCES[code];
  return `${path ?? "A file"} may not be read or written. Where it is one of the run-time files, set TRIPTYCH_DIR to a folder that can be written to.`;
}

/**
 * Why a file that the command names cannot be written, as a sentence; undefined for what is not
 * about its place.
 */
export function explainWriting(error: unknown, file: string): string | undefined {
  const { code, path } = readFault(error);
  if (path?.startsWith(file) !== true) return undefined;
  if (code === "ENOENT" || code === "ENOTDIR")
    return `${file} cannot be written: its folder does not exist.`;
  if (code === "EISDIR") return `${file} cannot be written: it is a folder.`;
  return DENIED.has(code)
    ? `${file} cannot be written: permission denied. Choose another place.`
    : undefined;
}
