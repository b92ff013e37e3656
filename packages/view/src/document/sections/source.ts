import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { createDirectory, type Directory } from "../../text/directory.ts";

/** A record as its sections read it: with the words, and whom its names stand for. */
export interface Source {
  cv: Cv;
  words: Words;
  directory: Directory;
}

export const readSource = (cv: Cv, words: Words): Source => ({
  cv,
  words,
  directory: createDirectory(cv),
});
