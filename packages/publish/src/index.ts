export { listFiles } from "./folder-content.ts";
export { type IdentityPart, identify } from "./identity.ts";
export { KeptFiles } from "./kept-files.ts";
export {
  isPublished,
  type Published,
  publishedIdentity,
  publishFolder,
} from "./published-folder.ts";
export { identifyProgram } from "./source-identity.ts";
