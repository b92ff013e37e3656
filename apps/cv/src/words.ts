import { en, type Words } from "@triptych/words";

/** The language of what the command says of the record. */
export const language: Words = en;
