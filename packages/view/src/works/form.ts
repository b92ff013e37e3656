import { type Appearance, WORK_KINDS } from "@triptych/schema";
import type { Parts, Words } from "@triptych/words";
import { plainNames } from "../text/names.ts";
import { kindName } from "./kind-name.ts";

/**
 * What an appearance says of its form before its venue: `PhD thesis`, `Patent EP 1 234 567`,
 * `Software, version 2.1`, `In The Book of Hats`. Undefined for papers, which are known by their
 * venue.
 */
export function formText(appearance: Appearance, words: Words): string | Parts | undefined {
  const { kind, book, number, translationOf } = appearance;
  const { venue } = words.text;
  const { number: counted, isNamed } = WORK_KINDS[kind];
  if (kind === "chapter" && book !== undefined) return venue.inBook({ book });
  if (kind === "translation" && translationOf !== undefined)
    return venue.translation({
      title: translationOf.title,
      names: plainNames(translationOf.authors),
    });
  const name = kindName(kind, words);
  if (counted !== undefined && number !== undefined)
    return counted === "version"
      ? venue.withVersion({ kind: name, version: number })
      : venue.withNumber({ kind: name, id: number });
  return isNamed === true ? name : undefined;
}
