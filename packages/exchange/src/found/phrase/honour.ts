import type { Honour } from "@triptych/schema";

/** Only what says exactly this; a best student paper is no best paper. */
const HONOURS: readonly [RegExp, Honour][] = [
  [/^best paper(?: award)?$/i, "best-paper"],
  [/^best paper(?: award)?[ ,(-]+runner[- ]?up\)?$/i, "best-paper-runner-up"],
  [/^outstanding paper(?: award)?$/i, "outstanding-paper"],
  [/^oral(?: presentation| paper)?$/i, "oral"],
  [/^spotlight(?: presentation| paper)?$/i, "spotlight"],
];

/** The honour that a text is. */
export const readHonour = (text: string): Honour | undefined =>
  HONOURS.find(([pattern]) => pattern.test(text.trim().replace(/[.!]$/, "")))?.[1];
