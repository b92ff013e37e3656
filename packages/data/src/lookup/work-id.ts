import { readArxivId, readDoi } from "@triptych/exchange/import";

/** What an identifier of a work is, by its form. */
export type WorkId = { kind: "doi" | "arxiv" | "openalex" | "dblp" | "isbn"; value: string };

function hasIsbnCheck(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === "X" ? 10 : Number(digit)));
  if (digits.length === 13) return values.reduce((sum, value, index) => sum + value * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return values.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11 === 0;
}

/** Recognises a DOI, an arXiv identifier, a work of OpenAlex, a key of DBLP or an ISBN, bare or as an address. */
export function readWorkId(text: string): WorkId | undefined {
  const trimmed = text.trim();
  const dblp =
    /^(?:https?:\/\/dblp\.(?:org|uni-trier\.de)\/rec\/|dblp:)?((?:conf|journals|phd|books|series|reference|tr|homepages)\/[\w.-]+\/[\w.-]+?)(?:\.(?:html|bib|xml))?$/i.exec(
      trimmed,
    )?.[1];
  if (dblp !== undefined) return { kind: "dblp", value: dblp };
  const arxiv = readArxivId(trimmed) ?? readArxivId(/10\.48550\/arxiv\.(\S+)$/i.exec(trimmed)?.[1] ?? "");
  if (arxiv !== undefined) return { kind: "arxiv", value: arxiv };
  const openalex = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d+)$/i.exec(trimmed)?.[1];
  if (openalex !== undefined) return { kind: "openalex", value: openalex.toUpperCase() };
  const doi = readDoi(trimmed);
  if (doi !== undefined) return { kind: "doi", value: doi };
  const isbn = trimmed
    .replace(/^isbn[:\s]*/i, "")
    .replaceAll(/[\s-]/g, "")
    .toUpperCase();
  return /^(?:\d{13}|\d{9}[\dX])$/.test(isbn) && hasIsbnCheck(isbn) ? { kind: "isbn", value: isbn } : undefined;
}
