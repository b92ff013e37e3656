import { listMakers, type Work } from "@triptych/schema";
import type { Words } from "@triptych/words";

/** What the named people are, behind their names, where they are not the authors; else nothing. */
export function makersText(work: Work, words: Words): string | undefined {
  const count = work.authors.length;
  switch (listMakers(work).role) {
    case "editor":
      return words.text.authors.editors({ count });
    case "translator":
      return words.text.authors.translators({ count });
    case "author":
      return undefined;
  }
}
