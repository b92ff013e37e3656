import { Cv, venueKindOf } from "@triptych/schema";
import type { Assembly } from "../assemble.ts";
import { writeValue } from "./write-value.ts";

type Path = readonly PropertyKey[];

interface Named {
  id: string;
  name: string;
}

/** Entries of a part by the names that they go by. */
function listNamed(values: Assembly["values"], part: string): Named[] {
  const entries: unknown = values.get(part);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): Named[] => {
    if (typeof entry !== "object" || entry === null || !("id" in entry)) return [];
    const id = String(entry.id);
    return ["name", "acronym", "title"].flatMap((key) => {
      const name: unknown = Reflect.get(entry, key);
      return typeof name === "string" ? [{ id, name: name.toLowerCase() }] : [];
    });
  });
}

/** The part in which a key of the record looks something up. */
export function partOfReference(path: Path): "venues" | "people" | "publications" | undefined {
  const key = path.findLast((step) => typeof step === "string");
  if (key === "venue") return "venues";
  if (key === "person") return "people";
  return key === "ids" || key === "selected" ? "publications" : undefined;
}

/** The kind of venue that the appearance around it names. */
function venueKindAt(record: Record<string, unknown>, [list, index, , at]: Path): string {
  const works: unknown = record[String(list)];
  const work: unknown = Array.isArray(works) ? works[Number(index)] : undefined;
  const appearances: unknown = Reflect.get(Object(work), "appearances");
  const kind = Cv.shape.publications
    .unwrap()
    .element.shape.appearances.element.shape.kind.safeParse(
      Reflect.get(Object(appearances), Number(at))?.kind,
    );
  return venueKindOf(kind.success ? kind.data : "other");
}

/** An id for a name that has no letters for one. */
function numberedId(start: string, named: readonly Named[]): string {
  const taken = new Set(named.map(({ id }) => id));
  for (let number = 1; ; number += 1)
    if (!taken.has(`${start}-${number}`)) return `${start}-${number}`;
}

/** A name, or a whole entry, that stands where an id belongs. */
export interface Referring {
  assembly: Assembly;
  record: Record<string, unknown>;
  path: Path;
  name: string;
  /** Ids that were probably meant and would do. */
  proposed: readonly unknown[];
  /** The entry, where more than its name was written. */
  written?: object;
}

/** `venue: Nature`: the id of what is called that; a new entry where nothing is. */
export function explainReference({
  assembly: { values },
  record,
  path,
  name,
  proposed,
  written = {},
}: Referring): { id: string; message: string } | undefined {
  const part = partOfReference(path);
  if (part === undefined) return undefined;
  const named = listNamed(values, part);
  const known = named.find((entry) => entry.name === name.toLowerCase());
  if (known !== undefined)
    return { id: known.id, message: `must be the id of an entry of ${part}, not its name` };
  if (part === "publications" || name.trim() === "") return undefined;
  const isVenue = part === "venues";
  const id =
    proposed.find((value) => typeof value === "string") ??
    numberedId(isVenue ? "venue" : "person", named);
  const entry = {
    id,
    name,
    ...(isVenue ? { kind: venueKindAt(record, path) } : {}),
    ...written,
  };
  return {
    id,
    message:
      `must be the id of an entry of ${part}; no entry is called "${name}", ` +
      `so add one there: - ${writeValue({ ...entry, id })}`,
  };
}
