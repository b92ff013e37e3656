import { listMarks, type MarkMeaning, type SourcedReading } from "@triptych/exchange/import";
import type { Terminal } from "@triptych/terminal";

export type Marks =
  | { kind: "known"; marks: Map<string, MarkMeaning> }
  | { kind: "unknown"; message: string };

const MEANINGS = ["equal", "corresponding", "ignore"] as const;
const isMeaning = (text: string): text is MarkMeaning =>
  MEANINGS.some((meaning) => meaning === text);

/** `*=equal,†=corresponding` as a table, or what is wrong with it. */
export function parseMarks(text: string): Marks {
  const marks = new Map<string, MarkMeaning>();
  for (const part of text.split(",").filter((piece) => piece.trim() !== "")) {
    const [mark = "", meaning = ""] = part.split("=").map((piece) => piece.trim());
    if ([...mark].length !== 1 || !isMeaning(meaning))
      return {
        kind: "unknown",
        message: `--marks: “${part.trim()}” should be a mark, =, and one of ${MEANINGS.join(", ")}`,
      };
    marks.set(mark, meaning);
  }
  return { kind: "known", marks };
}

/**
 * What the marks at names mean, from the option or by asking. Nothing is guessed: a mark of which
 * nobody says it is an error.
 */
export async function settleMarks(
  readings: readonly SourcedReading[],
  flag: string | undefined,
  terminal: Terminal,
): Promise<Marks> {
  const given = parseMarks(flag ?? "");
  if (given.kind === "unknown") return given;
  for (const [mark, { name, source, count }] of listMarks(readings)) {
    if (given.marks.has(mark)) continue;
    const where =
      `${mark} stands at ${count === 1 ? "one name" : `${count} names`}, first at ${name} in ` +
      `${source.file}, ${source.key}`;
    const flags = `--marks '${mark}=equal', or corresponding, or ignore`;
    if (terminal.ask === undefined)
      return {
        kind: "unknown",
        message: `${where}. Say what it means: ${flags}.`,
      };
    const answer = await terminal.ask(
      `${where}. Does it mean equal, corresponding, or ignore?`,
      "ignore",
    );
    if (!isMeaning(answer))
      return { kind: "unknown", message: `“${answer}” is none of ${MEANINGS.join(", ")}.` };
    given.marks.set(mark, answer);
  }
  return given;
}
