import { en, type Words } from "@triptych/words";

/** The language of the letters, and of the service's pages. */
export const language: Words = en;
