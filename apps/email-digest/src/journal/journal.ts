import {
  closeSync,
  createReadStream,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { localPart } from "../mail/message-id.ts";
import type { SuppressionReason } from "../database/subscription-schema.ts";

/**
 * What this machine has announced and sent, in files outside the database: a database that is
 * restored from a backup has forgotten the latest of it and must not repeat it. The files are only
 * ever appended to, by any number of processes; a line is written in one piece.
 */
export interface Journal {
  /** Milestones that were announced, and the highest edition. */
  readAnnounced(): { milestones: Set<string>; lastEdition: number };
  /**
   * Adds what is new of an edition's milestones; edition 0 stands for what was announced before the
   * first one. On disk when it returns.
   */
  announce(edition: number, milestones: readonly string[]): void;
  /** Notes that a message is about to leave. */
  begin(edition: number, messageId: string): void;
  /** Notes that it did not, or was refused. */
  takeBack(edition: number, messageId: string): void;
  hasBegun(edition: number): boolean;
  /** Who has gone, by the hash of the address: the latest departure of each. */
  readDeparted(): Map<string, Departure>;
  /** Notes who has gone. On disk when it returns. */
  depart(departures: ReadonlyMap<string, Departure>): void;
  /**
   * The local parts of Message-IDs in the order of their notes, in pieces: 1 for a begin, -1 for
   * one taken back.
   */
  readBegun(edition: number): AsyncGenerator<{ id: string; step: 1 | -1 }[]>;
}

/**
 * How somebody went: unsubscribed, or by one of the reasons for which an address is suppressed.
 * `allowed` and `restored` are the researcher's words that undo it: the address may ask again, or
 * is on the list as before.
 */
export interface Departure {
  how: "left" | "allowed" | "restored" | SuppressionReason;
  at: Date;
}

const WAYS: readonly Departure["how"][] = [
  "left",
  "allowed",
  "restored",
  "bounced",
  "complaint",
  "erased",
];

/** Lines that are read at once. */
const PIECE = 5_000;

/** The whole lines of a file, cut at their tabs. */
function readLines(file: string): string[][] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.flatMap((line) => (line.includes("\t") ? [line.split("\t")] : []));
}

/** Adds lines in one piece. On disk when it returns. */
function appendLines(file: string, lines: readonly (readonly string[])[]): void {
  if (lines.length === 0) return;
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(file, "a");
  try {
    writeSync(opened, lines.map((cells) => `${cells.join("\t")}\n`).join(""));
    fdatasyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** What was announced. */
function openAnnounced(file: string): Pick<Journal, "readAnnounced" | "announce"> {
  const readAnnounced: Journal["readAnnounced"] = () => {
    const pairs = readLines(file);
    return {
      milestones: new Set(pairs.map(([, milestone = ""]) => milestone)),
      lastEdition: Math.max(0, ...pairs.map(([edition]) => Number(edition))),
    };
  };
  return {
    readAnnounced,
    announce: (edition, milestones) => {
      const known = readAnnounced();
      const fresh = milestones.filter((milestone) => !known.milestones.has(milestone));
      appendLines(
        file,
        fresh.map((milestone) => [String(edition), milestone]),
      );
    },
  };
}

/** Who has gone. */
function openDeparted(file: string): Pick<Journal, "readDeparted" | "depart"> {
  return {
    readDeparted: () =>
      new Map(
        readLines(file).flatMap(([hash = "", how = "", at = ""]) => {
          const known = WAYS.find((way) => way === how);
          return known === undefined ? [] : [[hash, { how: known, at: new Date(at) }]];
        }),
      ),
    depart: (departures) =>
      appendLines(
        file,
        [...departures].map(([hash, { how, at }]) => [hash, how, at.toISOString()]),
      ),
  };
}

/** What has left, a file for each edition. */
function openBegun(folder: string): Pick<Journal, "begin" | "takeBack" | "hasBegun" | "readBegun"> {
  const fileOf = (edition: number) => join(folder, `edition-${edition}.log`);
  let open: { edition: number; file: number } | undefined;
  /**
   * The file of an edition, kept open while no other one is written to: a message costs one write.
   */
  const openEdition = (edition: number): number => {
    if (open?.edition === edition) return open.file;
    if (open !== undefined) closeSync(open.file);
    open = undefined;
    mkdirSync(folder, { recursive: true });
    open = { edition, file: openSync(fileOf(edition), "a") };
    return open.file;
  };
  const note = (edition: number, sign: "+" | "-", messageId: string) => {
    writeSync(openEdition(edition), `${sign}${localPart(messageId)}\n`);
  };
  return {
    begin: (edition, messageId) => note(edition, "+", messageId),
    takeBack: (edition, messageId) => note(edition, "-", messageId),
    hasBegun: (edition) => existsSync(fileOf(edition)),
    readBegun: async function* readBegun(edition) {
      let piece: { id: string; step: 1 | -1 }[] = [];
      for await (const line of createInterface({ input: createReadStream(fileOf(edition)) })) {
        piece.push({ id: line.slice(1), step: line.startsWith("-") ? -1 : 1 });
        if (piece.length < PIECE) continue;
        yield piece;
        piece = [];
      }
      if (piece.length > 0) yield piece;
    },
  };
}

/** @param folder of one installation; made when something is written */
export function openJournal(folder: string): Journal {
  return {
    ...openAnnounced(join(folder, "announced.log")),
    ...openDeparted(join(folder, "departed.log")),
    ...openBegun(folder),
  };
}
