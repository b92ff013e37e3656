import { en } from "@triptych/words";

/** The words of the site's pages. */
export const words = en.site;
