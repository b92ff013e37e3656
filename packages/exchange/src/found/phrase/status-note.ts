import type { Appearance } from "@triptych/schema";
import { findArxivId, foldArxivId, readArxivId } from "../identifier.ts";
import { cleanLine } from "../../text/plain-text.ts";

/** What a free note says of a publication's state. `lost` is the part that says something else. */
export interface StatusNote {
  status?: Appearance["status"] | undefined;
  track?: string | undefined;
  lost?: string | undefined;
}

const TRACK =
  /\b(?:track|consortium|session|demo(?:nstration)?s?|symposium|findings|short papers?|late[- ]breaking)\b/i;

/**
 * Reads `Accepted`, `in press`, `Under review at X`, `Accepted. Industry Track`. An arXiv
 * identifier that is known already says nothing new.
 */
export function readStatusNote(note: string | undefined, arxiv: string | undefined): StatusNote {
  const text = cleanLine(note);
  if (text === undefined) return {};
  if (arxiv !== undefined && foldArxivId(readArxivId(text) ?? "") === foldArxivId(arxiv)) return {};
  const state =
    /^(?:(accepted|to appear|in press|forthcoming)|(under review|submitted|under submission))(?:\s+(?:at|to|for|by|in)\s+([^.]+))?\.?(?:(?<=\.)\s+(.+)|[;,]\s*(.+)|\s+(\(.+\)))?$/i.exec(
      text,
    );
  if (state === null) return TRACK.test(text) ? { track: text } : { lost: text };
  const [, accepted, , place, afterStop, afterComma, bracketed] = state;
  const rest = afterStop ?? afterComma ?? bracketed;
  const track = rest !== undefined && TRACK.test(rest) ? rest : undefined;
  const lost = [place, track === undefined ? rest : undefined]
    .filter((part) => part !== undefined)
    .join(". ");
  return {
    status: accepted === undefined ? "under-review" : "accepted",
    track,
    lost: lost === "" ? undefined : lost,
  };
}

/**
 * The arXiv identifier of which notes or addresses speak, and what else the notes say, as one note.
 */
export function splitArchiveNotes(
  notes: readonly string[],
  addresses: readonly string[] = [],
): { arxiv: string | undefined; note: string } {
  const arxiv = [...notes, ...addresses].map(findArxivId).find((id) => id !== undefined);
  const others = notes.filter((note) => arxiv === undefined || findArxivId(note) !== arxiv);
  return { arxiv, note: others.join(". ") };
}
