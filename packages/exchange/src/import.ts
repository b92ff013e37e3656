export { decodeBytes } from "./import/decode-bytes.ts";
export type { Found, FoundWork, Identifier, Reading, Remark } from "./import/finding.ts";
export { readArxivId, readDoi } from "./import/identifier.ts";
export { foldText } from "./import/plain-text.ts";
export { readBibtex } from "./import/read-bibtex.ts";
export { readCslJson } from "./import/read-csl-json.ts";
export { readOpenLibrary } from "./import/read-open-library.ts";
export { readOpenAlex } from "./import/read-openalex.ts";
export { readOrcid } from "./import/read-orcid.ts";
export {
  IMPORT_FORMATS,
  type ImportFormat,
  isImportFormat,
  recogniseFormat,
} from "./import/import-format.ts";
export type { MarkMeaning, Source, SourcedRemark } from "./merge/draft.ts";
export type { Edit } from "./merge/edit.ts";
export {
  type EntryOutcome,
  listMarks,
  type MergePlan,
  planMerge,
  type SourcedReading,
} from "./merge/plan-merge.ts";
