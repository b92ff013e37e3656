import { BLANKS, NEXT_ENTRY, TYPE, type RawField, ScanError, Scanner } from "./bibtex-scanner.ts";

export type ScannedItem =
  | {
      kind: "entry";
      type: string;
      key: string;
      line: number;
      fields: RawField[];
      repairs: string[];
    }
  | { kind: "string"; line: number; fields: RawField[] }
  | { kind: "broken"; type: string; key: string; line: number; reason: string };

/**
 * An entry begins at the start of a line or after a blank or a closing brace, so `a@example.org` in
 * front matter is none.
 */
const HEAD = new RegExp(String.raw`(?<=^|[\s}),])@\s*(${TYPE})\s*([{(])`, "g");
const LINE_ENTRY = new RegExp(NEXT_ENTRY.source, "gm");
const KEY = /[^,{}()"=#%\s][^,{}"=\n]*/y;

function scanItem(
  scanner: Scanner,
  type: string,
  open: string,
  line: number,
): ScannedItem | undefined {
  const close = open === "{" ? "}" : ")";
  const item = { type, key: "", line };
  try {
    if (type === "comment" || type === "preamble") {
      if (open === "{") scanner.readDelimited("}");
      return undefined;
    }
    const repairs: string[] = [];
    if (type === "string")
      return { kind: "string", line, fields: scanner.readFields(close, repairs) };
    scanner.skip(BLANKS);
    const start = scanner.at;
    item.key = scanner.skip(KEY).trim();
    const next = scanner.text[scanner.at];
    if (next === "=" || next === '"') {
      // No key: the entry begins with its first field.
      item.key = "";
      scanner.at = start;
      repairs.push("it has no key");
    }
    return { kind: "entry", ...item, fields: scanner.readFields(close, repairs), repairs };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    if (type === "comment" || type === "preamble") return undefined;
    return { kind: "broken", ...item, reason: error.message };
  }
}

/** Where to go on after a broken item: the next entry at the start of a line. */
function findNextEntry(text: string, from: number): number {
  LINE_ENTRY.lastIndex = from;
  return LINE_ENTRY.exec(text)?.index ?? text.length;
}

/**
 * A file with more broken entries than this is no bibliography; telling of each would help nobody.
 */
const MAX_BROKEN = 1000;

/**
 * Finds the entries of a BibTeX file with their fields as they stand there, and the lines they
 * stand on. A broken entry is told and does not take the next with it. Takes time in proportion to
 * the length of the text.
 */
export function scanBibtex(text: string): ScannedItem[] {
  const scanner = new Scanner(text);
  const items: ScannedItem[] = [];
  let broken = 0;
  for (;;) {
    HEAD.lastIndex = scanner.at;
    const head = HEAD.exec(text);
    if (head === null) return items;
    const [whole, type = "", open = "{"] = head;
    scanner.at = head.index + whole.length;
    const item = scanItem(scanner, type.toLowerCase(), open, scanner.lineAt(head.index));
    if (item !== undefined) items.push(item);
    if (item?.kind !== "broken") continue;
    broken += 1;
    if (broken === MAX_BROKEN)
      return [
        ...items,
        {
          ...item,
          reason: "with it a thousand entries are broken; the rest of the file was not read",
        },
      ];
    scanner.at = findNextEntry(text, head.index + whole.length);
  }
}
