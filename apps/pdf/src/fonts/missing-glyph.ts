import type { Cv } from "@triptych/schema";
import type { MissingCluster } from "./face-choice.ts";
import type { PaintedText } from "./document-texts.ts";

/** A character that no font draws, where it comes from, and which fonts were asked. */
export interface MissingGlyph {
  character: string;
  /** Such as `U+1F600 GRINNING FACE`; several where marks belong to a letter. */
  name: string;
  /** Paths in the record, such as `publications[3].authors[0]`; else the place in the document. */
  where: string[];
  tried: string[];
}

/** Paths of the texts that hold a character. */
function listPaths(value: unknown, character: string, path: string): string[] {
  if (typeof value === "string") return value.includes(character) ? [path] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => listPaths(item, character, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    listPaths(item, character, path === "" ? key : `${path}.${key}`),
  );
}

type NameOf = (character: string) => string | undefined;

function nameCharacters(cluster: string, nameOf: NameOf): string {
  return [...cluster]
    .map((character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return `U+${code} ${nameOf(character) ?? ""}`.trim();
    })
    .join(" with ");
}

/** Says of everything that is missing what it is and where it stands. */
export async function locateMissing(
  missing: readonly MissingCluster[],
  cv: Cv,
  texts: readonly PaintedText[],
): Promise<MissingGlyph[]> {
  if (missing.length === 0) return [];
  // The names of all characters take a tenth of a second to read, and hardly anyone needs them.
  const { unicodeName } = await import("unicode-name");
  return missing.map(({ cluster, tried }) => {
    const paths = listPaths(cv, cluster, "");
    const places = texts.filter(({ text }) => text.includes(cluster)).map(({ where }) => where);
    return {
      character: cluster,
      name: nameCharacters(cluster, unicodeName),
      where: paths.length > 0 ? paths : [...new Set(places)],
      tried,
    };
  });
}
