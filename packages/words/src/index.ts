export { en, type Words } from "./en.ts";
export type { LinkedWords, Phrase } from "./phrase.ts";
