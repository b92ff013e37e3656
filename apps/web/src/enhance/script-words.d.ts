import type { Words } from "@triptych/words";

declare global {
  /** What the scripts say; the build puts each of these words where it is named. */
  const WORDS: Words["site"]["scripts"];
}
