export { en, type Words } from "./en.ts";
export type { Noun } from "./english.ts";
export type { LinkedWords, Parts, Phrase } from "./phrase.ts";
