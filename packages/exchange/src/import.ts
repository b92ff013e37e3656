export { decodeBytes } from "./text/decode-bytes.ts";
export type {
  Found,
  FoundWork,
  Identifier,
  MarkMeaning,
  Reading,
  Remark,
} from "./found/finding.ts";
export { readArxivId, readDoi } from "./found/identifier.ts";
export { readArxiv } from "./arxiv/read-arxiv.ts";
export { readBibtex } from "./bibtex/read-bibtex.ts";
export { readCslJson } from "./csl/read-csl-json.ts";
export { readOpenLibrary } from "./open-library/read-open-library.ts";
export { readOpenAlex } from "./openalex/read-openalex.ts";
export { readOrcid } from "./orcid/read-orcid.ts";
export {
  IMPORT_FORMATS,
  type ImportFormat,
  isImportFormat,
  recogniseFormat,
} from "./import-format.ts";
export type { Source, SourcedRemark } from "./merge/draft.ts";
export type { Edit } from "./merge/edit.ts";
export {
  type EntryOutcome,
  listMarks,
  type MergePlan,
  planMerge,
  type SourcedReading,
} from "./merge/plan-merge.ts";
