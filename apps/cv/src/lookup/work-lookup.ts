import {
  readBibtex,
  readCslJson,
  type Reading,
  readOpenAlex,
  readOpenLibrary,
  type SourcedReading,
} from "@triptych/exchange/import";
import type { Answer, Client } from "./http-client.ts";
import type { WorkId } from "./work-id.ts";

export type LookupResult =
  | { kind: "found"; reading: SourcedReading }
  | Exclude<Answer, { kind: "found" }>;

const DAY = 86_400_000;
/** Citations rarely change once they are registered. */
const MAX_AGE = 30 * DAY;

const CSL = "application/vnd.citationstyles.csl+json";

interface Request {
  file: string;
  url: string;
  accept: string;
  read: (text: string) => Reading;
}

const doiPath = (doi: string) => doi.split("/").map(encodeURIComponent).join("/");

/**
 * Where a work is asked for. arXiv is asked through its DOIs, which DataCite answers in the form
 * that Crossref uses for those of publishers (doi.org, content negotiation). Open Library answers
 * for books with all of their authors at once (Books API, `jscmd=data`).
 */
function requestFor({ kind, value }: WorkId): Request {
  switch (kind) {
    case "doi":
      return {
        file: "doi.org",
        url: `https://doi.org/${doiPath(value)}`,
        accept: CSL,
        read: readCslJson,
      };
    case "arxiv":
      return {
        file: "doi.org",
        url: `https://doi.org/10.48550/arXiv.${doiPath(value.replace(/v\d+$/, ""))}`,
        accept: CSL,
        read: readCslJson,
      };
    case "openalex":
      return {
        file: "openalex.org",
        url: `https://api.openalex.org/works/${value}`,
        accept: "application/json",
        read: readOpenAlex,
      };
    case "dblp":
      return {
        file: "dblp.org",
        url: `https://dblp.org/rec/${value}.bib?param=1`,
        accept: "application/x-bibtex",
        read: readBibtex,
      };
    case "isbn":
      return {
        file: "openlibrary.org",
        url: `https://openlibrary.org/api/books?bibkeys=ISBN:${value}&format=json&jscmd=data`,
        accept: "application/json",
        read: readOpenLibrary,
      };
  }
}

/**
 * Looks a work up. A service that answers with something else than a work, such as a page, counts
 * as one that refuses.
 */
export async function lookUpWork(
  client: Client,
  id: WorkId,
  { refresh = false }: { refresh?: boolean } = {},
): Promise<LookupResult> {
  const { file, url, accept, read } = requestFor(id);
  const answer = await client.get(url, accept, refresh ? -1 : MAX_AGE);
  if (answer.kind !== "found") return answer;
  const reading = read(answer.text);
  if (reading.read === 0 && reading.remarks.length === 0) return { kind: "absent" };
  if (reading.read === 0)
    return {
      kind: "refused",
      host: new URL(url).host,
      reason: reading.remarks[0]?.reason ?? "the answer holds no work",
    };
  return { kind: "found", reading: { file, reading } };
}
