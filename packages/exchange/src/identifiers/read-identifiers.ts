import type { Reading } from "../found/finding.ts";
import { readIdentifier } from "../found/identifier.ts";
import { openReading } from "../found/reading.ts";

/**
 * Reads a list of DOIs and arXiv identifiers, one a line; lines that begin with # are comments.
 * Never throws.
 */
export function readIdentifiers(text: string): Reading {
  const { reading, add } = openReading();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const entry = line.replace(/^\uFEFF/, "").trim();
    if (entry === "" || entry.startsWith("#")) continue;
    add({ key: entry.slice(0, 80), line: index + 1 }, (notebook) => {
      const id = readIdentifier(entry);
      return id === undefined
        ? notebook.leaveOut("it is neither a DOI nor an arXiv identifier")
        : { kind: "pointer", id };
    });
  }
  return reading;
}
