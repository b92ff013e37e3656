import { type Found, openNotebook, type Reading, type Remark } from "../found/finding.ts";
import { readArxivId, readDoi } from "../found/identifier.ts";

/**
 * Reads a list of DOIs and arXiv identifiers, one a line; lines that begin with # are remarks.
 * Never throws.
 */
export function readIdentifiers(text: string): Reading {
  const remarks: Remark[] = [];
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line.replace(/^\uFEFF/, "").trim(), line: index + 1 }));
  const entries = lines.filter(({ text: entry }) => entry !== "" && !entry.startsWith("#"));
  const found = entries.flatMap(({ text: entry, line }): Found[] => {
    const key = entry.slice(0, 80);
    const arxiv = readArxivId(entry);
    const doi = readDoi(entry);
    if (doi !== undefined)
      return [{ kind: "pointer", key, line, id: { scheme: "doi", value: doi } }];
    if (arxiv !== undefined)
      return [{ kind: "pointer", key, line, id: { scheme: "arxiv", value: arxiv } }];
    openNotebook(remarks, { key, line }).leaveOut("it is neither a DOI nor an arXiv identifier");
    return [];
  });
  return { read: entries.length, found, remarks };
}
