import type { Identifier } from "./finding.ts";

const DOI = /\b(10\.\d{4,9}\/\S+)/i;

const PAIRS = new Map([
  [")", "("],
  [">", "<"],
  ["]", "["],
]);

/**
 * An identifier without the signs that follow it in a text: full stops, quotation marks, and
 * brackets that it does not open.
 */
function trimEnd(text: string): string {
  const count = (sign: string) => text.split(sign).length - 1;
  const excess = new Map([...PAIRS].map(([close, open]) => [close, count(close) - count(open)]));
  let end = text.length;
  for (; end > 0; end -= 1) {
    const sign = text.charAt(end - 1);
    const left = excess.get(sign) ?? 0;
    if (left > 0) excess.set(sign, left - 1);
    else if (!/[.,;"'”’]/.test(sign)) break;
  }
  return text.slice(0, end);
}

/** What pages of publishers put behind the DOI in their addresses. */
const PAGE = /(?:\.pdf|\/(?:full|abstract|pdf|meta))$/i;

/** A DOI in an address: in its path, as with most publishers, or in its query, as with PLOS. */
function readDoiOfAddress(address: string): string | undefined {
  const [path = "", ...rest] = address.split(/[?#]/);
  const parts = [path, ...rest.flatMap((query) => query.split("&"))];
  const found = parts.flatMap((part) => DOI.exec(decodeSafely(part))?.[1] ?? [])[0];
  const doi = found === undefined ? undefined : trimEnd(found);
  return /^https?:\/\/(?:\w+\.)*doi\.org\//i.test(address) ? doi : doi?.replace(PAGE, "");
}

/**
 * A DOI from any of its forms: bare, `doi:…`, or an address, whatever stands around it in a text.
 */
export function readDoi(text: string): string | undefined {
  const address = /https?:\/\/\S+/i.exec(text)?.[0];
  const found = address === undefined ? undefined : readDoiOfAddress(address);
  const doi = found ?? trimEnd(DOI.exec(text.trim())?.[1] ?? "");
  return doi === "" ? undefined : doi;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const NEW_ARXIV = /(\d{4}\.\d{4,5})(v\d+)?(?!\d)/;
const OLD_ARXIV = /([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(v\d+)?(?!\d)/;
const WHOLE_ARXIV = new RegExp(`^(?:${NEW_ARXIV.source}|${OLD_ARXIV.source})$`);

/**
 * An arXiv identifier that stands alone, after `arXiv:`, or in an address of arxiv.org; the version
 * is kept.
 */
export function readArxivId(text: string): string | undefined {
  const stripped = text.trim().replace(/^[(<"'[“‘]+/, "");
  const address = /^(?:https?:\/\/)?(?:\w+\.)?arxiv\.org\/(?:abs|pdf|html|format)\/([^?#]+)/i
    .exec(stripped)?.[1]
    ?.replace(/\/$/, "");
  const bare = trimEnd(address ?? stripped.replace(/^(?:arxiv\s*:\s*|abs\/)/i, ""));
  const found = /^(\S+?)(?:\.pdf)?(?:\s*\[[\w.-]+\])?$/i.exec(bare)?.[1] ?? "";
  return WHOLE_ARXIV.exec(found)?.[0];
}

/** What a work is known by: its DOI, else its arXiv identifier. */
export function composeIdentifier(
  doi: string | undefined,
  arxiv: string | undefined,
): Identifier | undefined {
  if (doi !== undefined) return { scheme: "doi", value: doi };
  return arxiv === undefined ? undefined : { scheme: "arxiv", value: arxiv };
}

/** The identifier that a text is. */
export const readIdentifier = (text: string): Identifier | undefined =>
  composeIdentifier(readDoi(text), readArxivId(text));

/**
 * An arXiv identifier somewhere in a text that speaks of arXiv, such as `arXiv preprint
 * arXiv:2201.11380`.
 */
export function findArxivId(text: string): string | undefined {
  const doi = /10\.48550\/arxiv\.(\S+)/i.exec(text)?.[1];
  if (doi !== undefined) return readArxivId(doi);
  if (!/arxiv|corr|\babs\//i.test(text)) return undefined;
  return NEW_ARXIV.exec(text)?.[0] ?? OLD_ARXIV.exec(text)?.[0];
}

/**
 * One form of an identifier, to compare by: DOIs do not tell capitals apart (DOI handbook, 2.4),
 * and arXiv versions are one work.
 */
export const foldDoi = (doi: string) => doi.toLowerCase();
export const foldArxivId = (id: string) => id.replace(/v\d+$/, "");

/** A host with a path, or alone; the name of a file, such as `paper.pdf`, is none. */
const HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
const FILE = /^[^/]+\.(?:pdf|html?|php|bib|txt|docx?|pptx?|ps|zip|gz|png|jpe?g|gif|mp4|mov|md)$/i;

/** A web address with its scheme, or nothing where the text is none. */
export function readUrl(text: string): string | undefined {
  const trimmed = text.trim();
  const candidate = HOST.test(trimmed) && !FILE.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\/\S+$/i.test(candidate)) return undefined;
  return URL.canParse(candidate) ? candidate : undefined;
}
