import { closeSync, createReadStream, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * What this machine has told and sent, in files outside the database: a database that is restored from a backup has forgotten the latest of
 * it and must not repeat it. The files are only ever appended to, by any number of processes; a line is written in one piece.
 */
export interface Marks {
  /** Milestones that were announced, and the highest edition. */
  readAnnounced(): { milestones: Set<string>; lastEdition: number };
  /** Adds what is new of an edition's milestones; edition 0 stands for what was told before the first one. On disk when it returns. */
  announce(edition: number, milestones: readonly string[]): void;
  /** Notes that a message is about to leave. */
  begin(edition: number, messageId: string): void;
  /** Notes that it did not, or was refused. */
  takeBack(edition: number, messageId: string): void;
  hasBegun(edition: number): boolean;
  /** The local parts of Message-IDs in the order of their notes, in pieces: 1 for a begin, -1 for one taken back. */
  readBegun(edition: number): AsyncGenerator<{ id: string; step: 1 | -1 }[]>;
}

/** Lines that are read at once. */
const PIECE = 5_000;

/** What tells one message of an installation from another: its Message-ID without brackets and domain. */
export function localPart(messageId: string): string {
  return messageId.slice(1, messageId.lastIndexOf("@"));
}

/** @param folder of one installation; made when something is written */
export function openMarks(folder: string): Marks {
  const announced = join(folder, "announced.log");
  const editionFile = (edition: number) => join(folder, `edition-${edition}.log`);

  const readAnnounced: Marks["readAnnounced"] = () => {
    const lines = existsSync(announced) ? readFileSync(announced, "utf8").split("\n") : [];
    const pairs = lines.flatMap((line) => (line.includes("\t") ? [line.split("\t")] : []));
    return {
      milestones: new Set(pairs.map(([, milestone = ""]) => milestone)),
      lastEdition: Math.max(0, ...pairs.map(([edition]) => Number(edition))),
    };
  };

  let open: { edition: number; file: number } | undefined;
  /** The file of an edition, kept open while no other one is written to: a mail costs one write. */
  const openEdition = (edition: number): number => {
    if (open?.edition === edition) return open.file;
    if (open !== undefined) closeSync(open.file);
    open = undefined;
    mkdirSync(folder, { recursive: true });
    open = { edition, file: openSync(editionFile(edition), "a") };
    return open.file;
  };

  const note = (edition: number, sign: "+" | "-", messageId: string) => {
    writeSync(openEdition(edition), `${sign}${localPart(messageId)}\n`);
  };

  return {
    readAnnounced,
    announce: (edition, milestones) => {
      const known = readAnnounced();
      const fresh = milestones.filter((milestone) => !known.milestones.has(milestone));
      if (fresh.length === 0) return;
      mkdirSync(folder, { recursive: true });
      const file = openSync(announced, "a");
      try {
        writeSync(file, fresh.map((milestone) => `${edition}\t${milestone}\n`).join(""));
        fdatasyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    begin: (edition, messageId) => note(edition, "+", messageId),
    takeBack: (edition, messageId) => note(edition, "-", messageId),
    hasBegun: (edition) => existsSync(editionFile(edition)),
    readBegun: async function* readBegun(edition) {
      let piece: { id: string; step: 1 | -1 }[] = [];
      for await (const line of createInterface({ input: createReadStream(editionFile(edition)) })) {
        piece.push({ id: line.slice(1), step: line.startsWith("-") ? -1 : 1 });
        if (piece.length < PIECE) continue;
        yield piece;
        piece = [];
      }
      if (piece.length > 0) yield piece;
    },
  };
}
