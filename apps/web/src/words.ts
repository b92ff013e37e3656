import { en, type Words } from "@triptych/words";

/** The language of the site. */
export const language: Words = en;

/** The words of the site's pages. */
export const words = language.site;
