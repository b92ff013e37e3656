import {
  createRoster,
  type Cv,
  type PrintedName,
  printedForm,
  type Roster,
} from "@triptych/schema";
import { slugify } from "./slug.ts";

/**
 * The roster, and which co-author a printed name stands for. Only those who share a work with the
 * owner have an id.
 */
export interface Directory extends Roster {
  coauthorOf: (name: PrintedName) => string | undefined;
}

/** FNV-1a, 32 bits, in base 36: tells names apart that have the same slug, or none. */
function hashName(name: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Ids for names that are not among the people. An id depends on the name and on the names it could
 * be mistaken for, never on the order of the record, so that an address stays what it is when works
 * are added.
 */
function identifyStrangers(
  names: readonly string[],
  taken: ReadonlySet<string>,
): Map<string, string> {
  const rivals = Map.groupBy(names, slugify);
  return new Map(
    names.map((name) => {
      const slug = slugify(name);
      const isPlain = slug !== "" && !taken.has(slug) && rivals.get(slug)?.length === 1;
      return [name, isPlain ? slug : `${slug === "" ? "author" : slug}-${hashName(name)}`];
    }),
  );
}

export function createDirectory(cv: Cv): Directory {
  const roster = createRoster(cv);
  const authors = cv.publications.flatMap((work) =>
    work.authors.map((author) => roster.resolve(author)),
  );
  const people = new Set(
    authors.flatMap((author) => (author.kind === "person" ? [author.person.id] : [])),
  );
  const strangers = new Set(
    authors.flatMap((author) => (author.kind === "stranger" ? [author.name] : [])),
  );
  const ids = identifyStrangers(
    [...strangers],
    new Set([...cv.people.map((person) => person.id), cv.profile.id]),
  );
  return {
    ...roster,
    coauthorOf: (name) => {
      const resolved = roster.resolve(name);
      if (resolved.kind === "owner") return undefined;
      if (resolved.kind === "stranger") return ids.get(printedForm(name));
      return people.has(resolved.person.id) ? resolved.person.id : undefined;
    },
  };
}
