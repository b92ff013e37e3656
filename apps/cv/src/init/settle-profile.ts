import type { SourcedReading } from "@triptych/exchange/import";
import type { Terminal } from "@triptych/terminal";
import { guessOwner } from "./owner-guess.ts";
import { PLACEHOLDER } from "./todo-list.ts";

/** What the command line says of the owner. */
export interface OwnerOptions {
  name?: string;
  email?: string;
  orcid?: string;
}

/** The owner as a profile that is not checked yet, and what should be said about the guess. */
export interface SettledProfile {
  profile: Record<string, unknown>;
  note?: string;
}

/**
 * The owner as a profile, from flags, files and answers, in this order; each unset where nobody
 * says it.
 */
export async function settleProfile(
  flags: OwnerOptions,
  readings: readonly SourcedReading[],
  terminal: Terminal,
): Promise<SettledProfile> {
  const guess = guessOwner(readings);
  const asked =
    flags.name ??
    (guess?.isSure === true ? guess.name : undefined) ??
    (await terminal.ask?.("Your name, in its full and usual form?", guess?.name ?? ""));
  const name = asked === undefined || asked === "" ? (guess?.name ?? PLACEHOLDER) : asked;
  const isGuessed = asked === undefined && guess?.isSure === false;
  const email =
    flags.email ??
    (readings.length === 0
      ? await terminal.ask?.("Your e-mail address? (empty: none)", "")
      : undefined);
  const orcid =
    flags.orcid ??
    (readings.length === 0 ? await terminal.ask?.("Your ORCID iD? (empty: none)", "") : undefined);
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
  return {
    profile: {
      ...(id === "" ? {} : { id }),
      name,
      ...(email === undefined || email === "" ? {} : { emails: [email] }),
      ...(orcid === undefined || orcid === "" ? {} : { orcid }),
    },
    ...(isGuessed
      ? {
          note:
            `The record is about ${name}, who is an author of ${guess.from}; if that is not ` +
            "you, give --name.",
        }
      : {}),
  };
}
