import { toBibtex, toCslJson, toRis } from "@triptych/exchange";
import type { Cv } from "@triptych/schema";
import { workAddress } from "./addresses.ts";
import { paramsOf } from "./page-params.ts";
import { readPublications, readRecord } from "./record.ts";

/** The formats in which works are handed out, with the type servers and readers know them by. */
export const FORMATS = {
  bib: { name: "BibTeX", type: "application/x-bibtex", write: toBibtex },
  ris: { name: "RIS", type: "application/x-research-info-systems", write: toRis },
  "csl.json": {
    name: "CSL-JSON",
    type: "application/vnd.citationstyles.csl+json",
    write: toCslJson,
  },
} as const satisfies Record<
  string,
  { name: string; type: string; write: (cv: Cv, ids?: string[]) => { text: string } }
>;

export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

/** A file with all works, or with one. */
export function bibliographyResponse(format: Format, id?: string): Response {
  const { type, write } = FORMATS[format];
  const { text } = write(readRecord(), id === undefined ? undefined : [id]);
  return new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } });
}

/**
 * One page for each work. A record without works gets one that nothing links, because Next wants at
 * least one.
 */
export function workParams(): Promise<{ id: string }[]> {
  return paramsOf(readPublications(), workAddress);
}
