export { toBiblatex } from "./biblatex.ts";
export { toBibtex } from "./bibtex.ts";
export { citationKeys } from "./citation-key.ts";
export { toCslJson } from "./csl-json.ts";
export { type Resume, toJsonResume } from "./json-resume.ts";
export type { Bibliography, Loss, WorkLoss } from "./loss.ts";
export { toRis } from "./ris.ts";
export { createNameSplitter, type KnownName, splitName, type SplitName } from "./split-name.ts";
