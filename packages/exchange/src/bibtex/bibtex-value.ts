import type { Notebook } from "../found/finding.ts";
import type { ScannedItem } from "./bibtex-scan.ts";
import type { Piece, RawField } from "./bibtex-scanner.ts";

/** Values of one entry by field name, still in LaTeX. */
export type Fields = Map<string, string>;

type Entry = Extract<ScannedItem, { kind: "entry" }>;

/** The months are macros of every style; the reader of dates knows their names. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Longer than any honest macro, and than all of a file together: definitions that double each other
 * would grow without bound.
 */
const MAX_MACRO = 5000;
const MAX_MACROS = 5_000_000;

function joinPieces(
  pieces: readonly Piece[],
  macros: ReadonlyMap<string, string>,
  onUnknown: (name: string) => void,
): string {
  let text = "";
  let borrowed = 0;
  for (const piece of pieces) {
    const value = piece.kind === "text" ? piece.text : macros.get(piece.name.toLowerCase());
    if (value === undefined && piece.kind === "macro") onUnknown(piece.name);
    if (piece.kind === "macro") borrowed += value?.length ?? 0;
    if (borrowed <= 10 * MAX_MACRO) text += value ?? (piece.kind === "macro" ? piece.name : "");
  }
  return text;
}

/** The macros a file defines with `@string`, each able to use those above it. */
export function collectMacros(items: readonly ScannedItem[]): Map<string, string> {
  const macros = new Map(MONTHS.map((month) => [month, month]));
  let length = 0;
  for (const item of items) {
    if (item.kind !== "string") continue;
    for (const { name, pieces } of item.fields) {
      const value = joinPieces(pieces, macros, () => undefined);
      length += value.length;
      if (value.length <= MAX_MACRO && length <= MAX_MACROS) macros.set(name, value);
    }
  }
  return macros;
}

/** Values of an entry's own fields. Of a field that stands twice the first counts, as in BibTeX. */
export function joinFields(
  fields: readonly RawField[],
  macros: ReadonlyMap<string, string>,
  notebook: Notebook,
): Fields {
  const values: Fields = new Map();
  for (const { name, pieces } of fields) {
    if (values.has(name)) {
      notebook.drop(name, "it stands twice in the entry; the first one counts");
      continue;
    }
    values.set(
      name,
      joinPieces(pieces, macros, (macro) =>
        notebook.guess(name, `“${macro}” is defined nowhere and was taken as it stands`),
      ),
    );
  }
  return values;
}

/**
 * Fields that say what their own entry is and are not handed down (after the defaults of Biber).
 */
const OWN = new Set(
  (
    "ids crossref xref xdata entryset related label doi url eprint archiveprefix eprinttype " +
    "abstract note pages isbn issn keywords file"
  ).split(" "),
);

/** What the title of a parent is for its parts: that of their book. */
const TITLES = new Set(["title", "subtitle", "titleaddon"]);

/** `xdata` is a list of keys (BibLaTeX manual, 3.13.6). */
const keysIn = (text: string | undefined) =>
  (text ?? "")
    .split(",")
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== "");

/** Keys that an entry refers to and that are not in the file. */
export const listMissing = (values: Fields, parents: ReadonlyMap<string, Fields>): string[] =>
  ["crossref", "xdata"].flatMap((name) =>
    keysIn(values.get(name)).flatMap((key) => (parents.has(key) ? [] : [`${name} ${key}`])),
  );

/** How many parents a chain of `crossref` may have; one that leads back to itself has no end. */
const MAX_ANCESTORS = 5;

/**
 * Adds what an entry takes from `xdata` and inherits by `crossref`: every field that it lacks, the
 * authors too; a parent's title is the child's book title. Names of the fields inherited are
 * returned.
 */
export function inheritFields(values: Fields, parents: ReadonlyMap<string, Fields>): string[] {
  const inherited: string[] = [];
  for (const key of keysIn(values.get("xdata")))
    for (const [name, value] of parents.get(key) ?? [])
      if (!values.has(name)) values.set(name, value);
  let current: Fields | undefined = values;
  for (let depth = 0; depth < MAX_ANCESTORS; depth += 1) {
    const parent: Fields | undefined = parents.get(
      (current.get("crossref") ?? "").trim().toLowerCase(),
    );
    if (parent === undefined) return inherited;
    const give = (name: string, value: string) => {
      if (values.has(name)) return;
      values.set(name, value);
      inherited.push(name);
    };
    for (const [name, value] of parent) if (!OWN.has(name) && !TITLES.has(name)) give(name, value);
    const isPart = values.has("title");
    for (const name of TITLES) {
      const value = parent.get(name);
      if (value !== undefined) give(isPart ? `book${name}` : name, value);
    }
    current = parent;
  }
  return inherited;
}

/** Entries that others refer to, by key in small letters. */
export function collectParents(
  entries: readonly Entry[],
  macros: ReadonlyMap<string, string>,
): Map<string, Fields> {
  const silent: Notebook = {
    drop: () => undefined,
    guess: () => undefined,
    todo: () => undefined,
    leaveOut: () => undefined,
    retract: () => undefined,
  };
  const wanted = new Set(
    entries.flatMap(({ fields }) =>
      fields
        .filter(({ name }) => name === "crossref" || name === "xdata")
        .flatMap(({ pieces }) => keysIn(joinPieces(pieces, macros, () => undefined))),
    ),
  );
  return new Map(
    entries
      .filter(({ key }) => wanted.has(key.toLowerCase()))
      .map(({ key, fields }) => [key.toLowerCase(), joinFields(fields, macros, silent)]),
  );
}
