import MimeNode from "nodemailer/lib/mime-node";
import { encode, wrap } from "nodemailer/lib/qp";
import { type Letter, UNSUBSCRIBE_PLACEHOLDER } from "./letter.ts";

/**
 * The body of a message with gaps where each subscriber's own address for leaving goes, encoded
 * once for all subscribers.
 */
export interface EncodedLetter {
  /** The root's field, with the boundary in it. */
  contentType: string;
  /** The body between the gaps. */
  pieces: string[];
  /** The same as a signature sees it: "relaxed" (RFC 6376, 3.4.4). */
  relaxed: string[];
}

/** A line may have 76 characters (RFC 2045, 6.7), the last of which says that it goes on. */
const LONGEST_LINE = 75;
const SOFT_BREAK = "=\r\n";

/** The placeholder in quoted-printable: lines may have been broken before, in and after it. */
const GAP = new RegExp(
  ["", ...UNSUBSCRIBE_PLACEHOLDER, ""]
    .map((character) => character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`))
    .join(`(?:${SOFT_BREAK})?`),
  "g",
);

/** Quoted-printable for both parts, always: whatever stands in a gap is then encoded in one way. */
function addPart(root: MimeNode, contentType: string, content: string): void {
  root
    .createChild(contentType)
    .setHeader("Content-Transfer-Encoding", "quoted-printable")
    .setContent(content.replaceAll(/\r?\n/g, "\r\n"));
}

/**
 * White space within a line counts as one space, at its end not at all; a gap is between soft
 * breaks, so pieces can be looked at one by one.
 */
function relax(piece: string): string {
  return piece.replaceAll(/[ \t]+\r\n/g, "\r\n").replaceAll(/[ \t]+/g, " ");
}

/** Encodes a letter as multipart/alternative, the text first (RFC 2046, 5.1.4). */
export async function encodeLetter({
  text,
  html,
}: Pick<Letter, "text" | "html">): Promise<EncodedLetter> {
  const root = new MimeNode("multipart/alternative");
  addPart(root, "text/plain; charset=utf-8", text);
  addPart(root, "text/html; charset=utf-8", html);
  const source = (await root.build()).toString("latin1");
  const body = source.slice(source.indexOf("\r\n\r\n") + 4);
  const pieces = body.split(GAP);
  const relaxed = pieces.map(relax);
  return {
    contentType: `multipart/alternative; boundary="${String(root.boundary)}"`,
    pieces,
    relaxed,
  };
}

/**
 * Puts an address into the gaps of pieces, on lines of its own that a reader's program joins again.
 */
export function fillGaps(pieces: readonly string[], address: string): string {
  return pieces.length === 1
    ? (pieces[0] ?? "")
    : pieces.join(SOFT_BREAK + wrap(encode(address), LONGEST_LINE) + SOFT_BREAK);
}
