import type { SourcedReading } from "@triptych/exchange/import";
import type { Profile } from "@triptych/schema";
import { setTimeout as wait } from "node:timers/promises";
import type { Command, Terminal } from "@triptych/terminal";
import { openAnswerCache } from "./answer-cache.ts";
import { type Answer, type Client, createClient } from "./http-client.ts";
import { completeReading } from "./pointer-lookup.ts";

export interface LookupFlags {
  contact?: string;
  refresh?: true;
}

export interface Lookup {
  client: Client;
  contact: string | undefined;
}

/** The flags of commands that ask services. */
export function withLookupFlags(command: Command): Command {
  return command
    .option(
      "--contact <address>",
      "e-mail address to send along, as the services ask of programs; in a terminal you are " +
        "asked, elsewhere none is sent",
    )
    .option("--refresh", "ask again for what was asked for lately");
}

/** What a session with the services is opened for, and with whom. */
export interface LookupRequest {
  flags: LookupFlags;
  profile: Profile;
  terminal: Terminal;
  place: {
    /** Folder of the answers that are kept. */
    cache: string;
    /** Address of a mirror, which has the services at ADDRESS/HOST/PATH. */
    base: string | undefined;
  };
}

/**
 * Whether the owner's address may be sent along, which the services ask for and nobody has to do.
 */
async function settleContact({
  flags,
  profile,
  terminal,
}: LookupRequest): Promise<string | undefined> {
  const [email] = profile.emails;
  if (flags.contact !== undefined || email === undefined || terminal.ask === undefined)
    return flags.contact;
  const answer = await terminal.ask(
    `Send ${email} along, so that the services can reach you if something goes wrong? (yes or no)`,
    "no",
  );
  return /^y/i.test(answer) ? email : undefined;
}

/** A client that keeps what it was answered. */
export async function openLookup(request: LookupRequest): Promise<Lookup> {
  const { flags, place } = request;
  const contact = await settleContact(request);
  const cache = openAnswerCache(place.cache, Date.now);
  const client = createClient({
    cache: flags.refresh === true ? { ...cache, read: async () => undefined } : cache,
    contact,
    base: place.base,
    wait: (ms) => wait(ms),
    fetch: (url, init) => fetch(url, init),
  });
  return { client, contact };
}

/** One sentence for an answer that is none; `so` is what comes of it. */
export function explainAnswer(
  answer: Exclude<Answer, { kind: "found" }>,
  what: string,
  so = "nothing was changed",
): string {
  switch (answer.kind) {
    case "absent":
      return `${what} is not known there; ${so}.`;
    case "offline":
      return `There is no connection to ${answer.host} (${answer.reason}); ${so}.`;
    case "refused":
      return `${answer.host} did not give ${what}: ${answer.reason}; ${so}.`;
  }
}

export type Completed =
  | { kind: "found"; readings: SourcedReading[] }
  | Exclude<Answer, { kind: "found" }>;

/** Looks up what files name by an identifier alone. */
export async function completeReadings(
  readings: readonly SourcedReading[],
  request: LookupRequest,
): Promise<Completed> {
  if (!readings.some(({ reading }) => reading.found.some(({ kind }) => kind === "pointer")))
    return { kind: "found", readings: [...readings] };
  const { client } = await openLookup(request);
  const completed: SourcedReading[] = [];
  for (const { file, reading } of readings) {
    const result = await completeReading(client, file, reading, (done, all) =>
      request.terminal.progress.show(`Looking up work ${done} of ${all} …`),
    );
    if (result.kind !== "found") {
      request.terminal.progress.end();
      return result;
    }
    completed.push(...result.readings);
  }
  request.terminal.progress.end();
  return { kind: "found", readings: completed };
}
