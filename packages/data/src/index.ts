export { type Fault, formatFault } from "./fault.ts";
export { contentFolder } from "./content-folder.ts";
export { loadCv, type LoadResult } from "./load-cv.ts";
