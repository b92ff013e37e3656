import { Font } from "@react-pdf/renderer";
import { isRightToLeft } from "@triptych/view";
import { type Face, isFace } from "./text-faces.ts";
import { type FallbackFamily, findUsualFamily, orderFamilies } from "./families.ts";
import { findFallbackFace, isHeldBy } from "./fallback-face.ts";
import { loadPlaceholder, PLACEHOLDER } from "./placeholder-face.ts";
import { bidiLevels } from "../text/bidi.ts";
import { INVISIBLE } from "../text/invisible.ts";

/** A stretch of text; `family` where the face of the line does not draw it. */
export interface Piece {
  text: string;
  family?: string;
}

/** Tells for every text of a document which faces draw it. */
export interface FaceChoice {
  split: (text: string) => Piece[];
  /** The same for choices that draw every text alike. */
  id: string;
  /** What no face draws. */
  missing: readonly MissingCluster[];
}

/** A character, with its marks where these are what is missing, and the fonts that were asked. */
export interface MissingCluster {
  cluster: string;
  tried: string[];
}

/** The families of text, as the styles name them, with their weights. */
export type TextFaces = Readonly<Record<string, readonly Face[]>>;

/** A document of which the text faces draw everything. */
export const NO_FALLBACK: FaceChoice = { split: (text) => [{ text }], id: "", missing: [] };

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters with their marks, which are never drawn from two fonts. */
const clustersOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

const visiblePoints = (cluster: string) =>
  [...cluster]
    .filter((character) => !INVISIBLE.test(character))
    .map((character) => character.codePointAt(0) ?? 0);

const isDrawn = (faces: readonly Face[], points: readonly number[]) =>
  points.every((point) => faces.every((face) => face.hasGlyphForCodePoint(point)));

/** The families' order tells which of several forms is meant. */
const keyOf = (cluster: string, families: readonly FallbackFamily[]) =>
  `${families.map(({ name }) => name).join()} ${cluster}`;

/** How a cluster is drawn; undefined where no face draws it as a whole. */
interface Found {
  family: string | undefined;
}

async function findFamily(
  points: readonly number[],
  textFaces: TextFaces,
  families: readonly FallbackFamily[],
): Promise<Found> {
  const own = Object.entries(textFaces).find(([, faces]) => isDrawn(faces, points));
  if (own !== undefined) return { family: own[0] };
  for (const family of families) {
    const found = await findFallbackFace(family, points);
    if (found !== undefined) return { family: found.family };
  }
  return { family: undefined };
}

/**
 * How a cluster is drawn that no face draws as a whole: its letter in the face that has it, with
 * what that face draws of the rest, and a placeholder for each other character.
 */
async function drawInPart(
  cluster: string,
  find: (points: readonly number[]) => Promise<Found>,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let [drawn, isOpen] = ["", true];
  for (const character of cluster) {
    const { family } = isOpen ? await find(visiblePoints(drawn + character)) : NOT_FOUND;
    isOpen = family !== undefined;
    if (family === undefined) pieces.push({ text: character, family: PLACEHOLDER });
    else {
      drawn += character;
      pieces[0] = { text: drawn, family };
    }
  }
  return pieces;
}

const NOT_FOUND: Found = { family: undefined };

/** Whether a face of this family draws all of a text. */
function isDrawnBy(family: string, text: string): boolean {
  const face: unknown = Font.getFont({ fontFamily: family })?.data;
  return isFace(face) && isDrawn([face], visiblePoints(text));
}

/**
 * Spaces and signs that run from right to left are set in the face of the letters beside them, so
 * that a name or title is one run: programs that copy text order the letters of a run, and not
 * runs.
 */
function joinRightToLeft(pieces: readonly Piece[]): Piece[] {
  const text = pieces.map((piece) => piece.text).join("");
  const levels = bidiLevels(text);
  let family = pieces.find((piece) => isRightToLeft(piece.text))?.family;
  let at = 0;
  return pieces.map((piece) => {
    const isReversed = (levels[at] ?? 0) % 2 === 1;
    at += piece.text.length;
    if (isRightToLeft(piece.text)) ({ family } = piece);
    const joins = isReversed && piece.family === undefined && family !== undefined;
    return joins && isDrawnBy(family ?? "", piece.text) ? { ...piece, family } : piece;
  });
}

function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && last.family === piece.family) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}

/**
 * Finds out which faces draw the texts of a document, and reads the fallback fonts that are needed
 * and no others. A character that every text face draws stays in the face of its line; one that
 * only some of them draw is set in these.
 */
export async function chooseFaces(
  texts: Iterable<string>,
  textFaces: TextFaces,
): Promise<FaceChoice> {
  const all = Object.values(textFaces).flat();
  const plain = new Map<string, boolean>();
  const isPlain = (character: string) => {
    const known =
      plain.get(character) ??
      (INVISIBLE.test(character) || isDrawn(all, [character.codePointAt(0) ?? 0]));
    plain.set(character, known);
    return known;
  };
  const special = [...new Set(texts)].filter((text) =>
    [...text].some((character) => !isPlain(character)),
  );
  if (special.length === 0) return NO_FALLBACK;

  const usual = await findUsualFamily(special, isHeldBy);
  const known = new Map<string, Piece[]>();
  const missing = new Map<string, MissingCluster>();
  for (const text of special) {
    const families = orderFamilies(text, usual);
    for (const cluster of clustersOf(text)) {
      const key = keyOf(cluster, families);
      if (known.has(key) || [...cluster].every(isPlain)) continue;
      const find = (points: readonly number[]) => findFamily(points, textFaces, families);
      const { family } = await find(visiblePoints(cluster));
      if (family !== undefined) {
        known.set(key, [{ text: cluster, family }]);
        continue;
      }
      await loadPlaceholder();
      known.set(key, await drawInPart(cluster, find));
      missing.set(cluster, {
        cluster,
        tried: [...all.map(({ fullName }) => fullName), ...families.map(({ name }) => name)],
      });
    }
  }

  const split = (text: string): Piece[] => {
    if ([...text].every(isPlain)) return [{ text }];
    const families = orderFamilies(text, usual);
    const pieces = clustersOf(text).flatMap(
      (cluster): Piece[] => known.get(keyOf(cluster, families)) ?? [{ text: cluster }],
    );
    return mergePieces(isRightToLeft(text) ? joinRightToLeft(pieces) : pieces);
  };
  const id = [...known].map(([key, pieces]) => `${key} ${JSON.stringify(pieces)}`).join("\n");
  return { split, id, missing: [...missing.values()] };
}
