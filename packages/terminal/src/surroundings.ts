import { CommandFault } from "./command-fault.ts";

const FULL: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "Your share of the disk is used up.",
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
 * The sentence for a fault of the machine; undefined for anything else, which is a bug and shown as
 * it is.
 */
export function explainSurroundings(error: unknown): string | undefined {
  const { code, path } = readFault(error);
  if (DENIED.has(code))
    return (
      `${path ?? "A file"} may not be read or written. Where it is one of the run-time files, ` +
      "set TRIPTYCH_DIR to a folder that can be written to."
    );
  const full = FULL[code];
  return full === undefined
    ? undefined
    : `${full} Free some space and start again; nothing that was sent or stored is lost.`;
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
  if (code === "EEXIST") return `${file} cannot be written to: it is a file.`;
  return DENIED.has(code)
    ? `${file} cannot be written: permission denied. Choose another place.`
    : undefined;
}

/**
 * Writes a file that the command names. @throws CommandFault where its place cannot be written to
 */
export async function writeNamed<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const sentence = explainWriting(error, file);
    throw sentence === undefined ? error : new CommandFault(sentence);
  }
}
