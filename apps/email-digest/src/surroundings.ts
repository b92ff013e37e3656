/** What the operating system says, as a sentence for whoever started the program. */
const SENTENCES: Record<string, string> = {
  ENOSPC: "The disk is full. Free some space and start again; nothing that was sent or stored is lost.",
  EDQUOT: "Your share of the disk is used up. Free some space and start again; nothing that was sent or stored is lost.",
  EROFS: "The folder of the run-time files cannot be written to. Set TRIPTYCH_DIR to one that can.",
  EACCES: "The folder of the run-time files cannot be written to. Set TRIPTYCH_DIR to one that can.",
  ECONNREFUSED: "The database does not answer. Is the server in DATABASE_URL running?",
};

/** The sentence for a fault of the surroundings; undefined for anything else, which is a bug and shown as it is. */
export function explainSurroundings(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return SENTENCES[code];
}
