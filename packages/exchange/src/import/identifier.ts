const DOI = /\b(10\.\d{4,9}\/\S+)/i;

/** A DOI from any of its forms: bare, `doi:…`, or an address of doi.org; without the punctuation that may follow it in a sentence. */
export function readDoi(text: string): string | undefined {
  const decoded = /^https?:/i.test(text.trim()) ? decodeSafely(text) : text;
  const found = DOI.exec(decoded.trim())?.[1]?.replace(/[.,;]+$/, "");
  return found === undefined || found === "" ? undefined : found;
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

/** An arXiv identifier that stands alone, after `arXiv:`, or in an address of arxiv.org; the version is kept. */
export function readArxivId(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:https?:\/\/(?:\w+\.)?arxiv\.org\/(?:abs|pdf|html|format)\/|arxiv\s*:\s*|abs\/)/i, "");
  const found = /^(\S+?)(?:\.pdf)?(?:\s*\[[\w.-]+\])?$/i.exec(bare)?.[1] ?? "";
  return WHOLE_ARXIV.exec(found)?.[0];
}

/** An arXiv identifier somewhere in a text that speaks of arXiv, such as `arXiv preprint arXiv:2201.11380`. */
export function findArxivId(text: string): string | undefined {
  const doi = /10\.48550\/arxiv\.(\S+)/i.exec(text)?.[1];
  if (doi !== undefined) return readArxivId(doi);
  if (!/arxiv|corr|\babs\//i.test(text)) return undefined;
  return NEW_ARXIV.exec(text)?.[0] ?? OLD_ARXIV.exec(text)?.[0];
}

/** One form of an identifier, to compare by: DOIs do not tell capitals apart (DOI handbook, 2.4), and arXiv versions are one work. */
export const foldDoi = (doi: string) => doi.toLowerCase();
export const foldArxivId = (id: string) => id.replace(/v\d+$/, "");

/** A web address with its scheme, or nothing where the text is none. */
export function readUrl(text: string): string | undefined {
  const trimmed = text.trim();
  const candidate = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\/\S+$/i.test(candidate)) return undefined;
  return URL.canParse(candidate) ? candidate : undefined;
}
