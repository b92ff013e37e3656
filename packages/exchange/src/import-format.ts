import type { Reading } from "./found/finding.ts";
import { readArxivId, readDoi } from "./found/identifier.ts";
import { readBibtex } from "./bibtex/read-bibtex.ts";
import { readCslJson } from "./csl/read-csl-json.ts";
import { readEndNote } from "./endnote/read-endnote.ts";
import { readIdentifiers } from "./identifiers/read-identifiers.ts";
import { readJsonResume } from "./json-resume/read-json-resume.ts";
import { readNbib } from "./pubmed/read-nbib.ts";
import { readOrcid } from "./orcid/read-orcid.ts";
import { readRenderCv } from "./rendercv/read-rendercv.ts";
import { readRis } from "./ris/read-ris.ts";

/**
 * The formats that can be read, by the names of the command. BibLaTeX differs from BibTeX in names
 * of fields only.
 */
export const IMPORT_FORMATS = {
  bibtex: readBibtex,
  biblatex: readBibtex,
  ris: readRis,
  nbib: readNbib,
  "endnote-xml": readEndNote,
  "csl-json": readCslJson,
  "json-resume": readJsonResume,
  rendercv: readRenderCv,
  orcid: readOrcid,
  identifiers: readIdentifiers,
} as const satisfies Record<string, (text: string) => Reading>;

export type ImportFormat = keyof typeof IMPORT_FORMATS;

export const isImportFormat = (name: string): name is ImportFormat =>
  Object.hasOwn(IMPORT_FORMATS, name);

/** How much of a file is looked at to recognise it. */
const HEAD = 20_000;

function recogniseJson(head: string): ImportFormat | undefined {
  if (/"(?:orcid-identifier|activities-summary|affiliation-group|work-summary)"/.test(head))
    return "orcid";
  if (/"basics"\s*:|"\$schema"\s*:\s*"[^"]*(?:resume-schema|jsonresume)/.test(head))
    return "json-resume";
  if (
    /"(?:issued|container-title|author|title|DOI|publisher|type)"\s*:/.test(head) ||
    /^\[\s*\]/.test(head)
  )
    return "csl-json";
  return /"(?:work|education|publications|volunteer|projects)"\s*:/.test(head)
    ? "json-resume"
    : undefined;
}

/**
 * The format of a text by what it holds, whatever the file is called; nothing where it is none of
 * those known.
 */
export function recogniseFormat(text: string): ImportFormat | undefined {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (head.startsWith("{") || head.startsWith("[")) return recogniseJson(head);
  if (/^<(?:\?xml|xml|records?\b)/.test(head) && /<record\b/.test(head)) return "endnote-xml";
  if (/^(?:PMID|OWN)\s{0,2}- /m.test(head)) return "nbib";
  if (/^TY\s{0,2}- /m.test(head)) return "ris";
  if (/^cv:\s*$/m.test(head) && !/^\s*@[A-Za-z][^\s"#%'(),={}@]*\s*\{/m.test(head))
    return "rendercv";
  if (/(?:^|[\s}])@\s*[A-Za-z][^\s"#%'(),={}@]*\s*[{(]/.test(text.slice(0, HEAD * 50)))
    return "bibtex";
  const lines = head
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const isList =
    lines.length > 0 &&
    lines
      .slice(0, 20)
      .every((line) => readDoi(line) !== undefined || readArxivId(line) !== undefined);
  return isList ? "identifiers" : undefined;
}
