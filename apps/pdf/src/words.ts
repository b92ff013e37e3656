import { en, type Words } from "@triptych/words";

/** The language of the PDF. */
export const language: Words = en;
