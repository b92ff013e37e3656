import {
  createRoster,
  type Cv,
  Person,
  printedForm,
  type PrintedName,
  type Roster,
  Venue,
} from "@triptych/schema";
import type { Origin, Remark } from "../found/finding.ts";
import type { Edit } from "./edit.ts";
import { composeNameId } from "./stable-id.ts";
import { WorkIndex } from "../match/work-match.ts";

/** A place in a file that was read. */
export type Source = Origin & { file: string };

export type SourcedRemark = Remark & { file: string };

/** An entry of a file on its way into a draft, and what the owner must know of it. */
export interface DraftEntry {
  draft: Draft;
  key: string;
  remark: (kind: Remark["kind"], field: string | undefined, reason: string) => void;
}

/**
 * A record that is being added to: the record as it will be, the edits that lead there, and what
 * the owner must know.
 */
export class Draft {
  readonly cv: Cv;
  readonly edits: Edit[] = [];
  readonly remarks: SourcedRemark[] = [];
  readonly index: WorkIndex;
  /** A record without works gets those found in the order of their dates, all at the end. */
  readonly isFresh: boolean;
  /** Whether the list of selected works is one that this draft has begun. */
  #isSelecting = false;
  #known: { size: number; roster: Roster } | undefined;
  readonly #ids: Record<"people" | "venues", Set<string>>;

  constructor(cv: Cv) {
    this.cv = structuredClone(cv);
    this.index = new WorkIndex(this.cv);
    this.isFresh = cv.publications.length === 0;
    this.#ids = {
      people: new Set([cv.profile.id, ...cv.people.map(({ id }) => id)]),
      venues: new Set(cv.venues.map(({ id }) => id)),
    };
  }

  /** What an entry of a file needs on its way into the draft. */
  open({ file, key, line }: Source): DraftEntry {
    return {
      draft: this,
      key,
      remark: (kind, field, reason) => this.remarks.push({ kind, file, key, line, field, reason }),
    };
  }

  set(path: Edit["path"], value: unknown): void {
    this.edits.push({ kind: "set", path, value });
  }

  insert(path: Edit["path"], index: number, value: unknown): void {
    this.edits.push({ kind: "insert", path, index, value });
  }

  /** Two authors who are one person by what the record knows, which no work may have. */
  findTwice(authors: readonly PrintedName[]): [string, string] | undefined {
    const seen = new Map<string, string>();
    for (const author of authors) {
      const resolved = this.#roster().resolve(author);
      const id =
        resolved.kind === "owner"
          ? "owner"
          : resolved.kind === "person"
            ? `person ${resolved.person.id}`
            : `name ${resolved.name}`;
      const other = seen.get(id);
      if (other !== undefined) return [other, printedForm(author)];
      seen.set(id, printedForm(author));
    }
    return undefined;
  }

  /** Whether a name could be the owner's: no work of the record lists it beside the owner. */
  couldBeOwner(name: string): boolean {
    const { isOwner } = this.#roster();
    return !this.cv.publications.some(
      ({ authors }) => authors.some((author) => author === name) && authors.some(isOwner),
    );
  }

  #roster(): Roster {
    const size = this.cv.people.length + this.cv.profile.aliases.length;
    if (this.#known?.size !== size) this.#known = { size, roster: createRoster(this.cv) };
    return this.#known.roster;
  }

  addAlias(name: string): void {
    this.insert(["profile", "aliases"], this.cv.profile.aliases.length, name);
    this.cv.profile.aliases.push(name);
  }

  /** Shows a work first, unless the owner has said which are. */
  select({ remark }: DraftEntry, id: string): void {
    const known = this.cv.settings.selected;
    if (!this.#isSelecting && known !== undefined) {
      remark("dropped", "selected", "the record has a list of selected works already; it stays");
      return;
    }
    this.#isSelecting = true;
    const selected = [...(known ?? []), id];
    this.cv.settings.selected = selected;
    if (known === undefined) this.set(["settings", "selected"], selected);
    else this.insert(["settings", "selected"], known.length, id);
  }

  addVenue(venue: {
    name: string;
    acronym?: string | undefined;
    kind: Venue["kind"];
  }): Venue | undefined {
    const taken = this.#ids.venues;
    const id = composeNameId(venue.acronym ?? venue.name, "venue-1", (candidate) =>
      taken.has(candidate),
    );
    const value = {
      id,
      name: venue.name,
      ...(venue.acronym === undefined ? {} : { acronym: venue.acronym }),
      kind: venue.kind,
    };
    const parsed = Venue.safeParse(value);
    if (!parsed.success) return undefined;
    taken.add(id);
    this.insert(["venues"], this.cv.venues.length, value);
    this.cv.venues.push(parsed.data);
    return parsed.data;
  }

  /** Enters a person whose family name could not be told from the printed name. */
  addPerson(name: string, family: string): void {
    const taken = this.#ids.people;
    const id = composeNameId(name, "person-1", (candidate) => taken.has(candidate));
    const parsed = Person.safeParse({ id, name, family });
    if (!parsed.success) return;
    taken.add(id);
    this.insert(["people"], this.cv.people.length, { id, name, family });
    this.cv.people.push(parsed.data);
  }
}
