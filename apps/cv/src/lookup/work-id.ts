import { readArxivId, readDoi } from "@triptych/exchange/import";
import { Isbn } from "@triptych/schema";

/** What an identifier of a work is, by its form. */
export type WorkId = { kind: "doi" | "arxiv" | "openalex" | "dblp" | "isbn"; value: string };

/**
 * Recognises a DOI, an arXiv identifier, a work of OpenAlex, a key of DBLP or an ISBN, bare or as
 * an address.
 */
export function readWorkId(text: string): WorkId | undefined {
  const trimmed = text.trim();
  const dblp =
    /^(?:https?:\/\/dblp\.(?:org|uni-trier\.de)\/rec\/|dblp:)?((?:conf|journals|phd|books|series|reference|tr|homepages)\/[\w.-]+\/[\w.-]+?)(?:\.(?:html|bib|xml))?$/i.exec(
      trimmed,
    )?.[1];
  if (dblp !== undefined) return { kind: "dblp", value: dblp };
  const arxiv =
    readArxivId(trimmed) ?? readArxivId(/10\.48550\/arxiv\.(\S+)$/i.exec(trimmed)?.[1] ?? "");
  if (arxiv !== undefined) return { kind: "arxiv", value: arxiv };
  const openalex = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d+)$/i.exec(
    trimmed,
  )?.[1];
  if (openalex !== undefined) return { kind: "openalex", value: openalex.toUpperCase() };
  const doi = readDoi(trimmed);
  if (doi !== undefined) return { kind: "doi", value: doi };
  const isbn = trimmed
    .replace(/^isbn[:\s]*/i, "")
    .replaceAll(/[\s-]/g, "")
    .toUpperCase();
  return Isbn.safeParse(isbn).success ? { kind: "isbn", value: isbn } : undefined;
}
