import { type Appearance, type Cv, printedForm, type Venue, type Work } from "@triptych/schema";
import type { FoundForm, FoundWork } from "../found/finding.ts";
import { findArxivId, foldArxivId, foldDoi } from "../found/identifier.ts";
import { foldText } from "../text/plain-text.ts";
import { standApart } from "./form-conflict.ts";
import { agreesWholly } from "./form-fact.ts";

/** Identifiers of one appearance, in one form; arXiv's own DOIs count as arXiv identifiers. */
export function identifiersOf({ doi, arxiv }: Pick<FoundForm, "doi" | "arxiv">): string[] {
  const archived =
    doi === undefined ? undefined : doi.startsWith("10.48550/") ? findArxivId(doi) : undefined;
  return [
    ...(doi === undefined ? [] : [`doi:${foldDoi(doi)}`]),
    ...[arxiv, archived].flatMap((id) =>
      id === undefined ? [] : [`arxiv:${foldArxivId(id).toLowerCase()}`],
    ),
  ];
}

export const schemeOf = (identifier: string): string => identifier.replace(/:.*/s, "");

/**
 * The last word of a name without accents: enough to compare lists that write given names in full
 * or as initials.
 */
const foldFamily = (name: string) => foldText(name.replace(/,.*$/, "")).split(" ").at(-1) ?? "";

/** Whether two lists name the same people: the same first author, or half of the shorter list. */
function shareAuthors(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.map(foldFamily), b.map(foldFamily)];
  if (left[0] !== undefined && left[0] === right[0]) return true;
  const known = new Set(left);
  const shared = right.filter((name) => known.has(name)).length;
  return shared > 0 && shared * 2 >= Math.min(left.length, right.length);
}

/** Whether nobody is named that the other list leaves out, but for the end of a longer one. */
function nameTheSame(work: Work, { authors }: FoundWork): boolean {
  const mine = work.authors.map((author) => foldFamily(printedForm(author)));
  const theirs = authors.map(({ name }) => foldFamily(name));
  return mine.every((name) => theirs.includes(name)) || theirs.every((name) => mine.includes(name));
}

const yearOf = (date: string | undefined) =>
  date === undefined ? undefined : Number(date.slice(0, 4));

/**
 * Whether an appearance of the record and one that was found could be the same. Years of print and
 * of the meeting differ by one at most.
 */
export function couldBeSame(known: Appearance, found: FoundForm): boolean {
  const isMeeting = (kind: string) => kind === "conference" || kind === "workshop";
  if (known.kind !== found.kind && !(isMeeting(known.kind) && isMeeting(found.kind))) return false;
  const [mine, theirs] = [identifiersOf(known), identifiersOf(found)];
  if (mine.some((id) => theirs.includes(id))) return true;
  if (mine.some((id) => theirs.some((other) => schemeOf(id) === schemeOf(other)))) return false;
  const [year, other] = [yearOf(known.date), yearOf(found.date)];
  return year === undefined || other === undefined || Math.abs(year - other) <= 1;
}

/** It was entered without a venue, and waits for its owner to name it. */
export const isWaiting = ({ kind, venue }: Appearance): boolean =>
  kind === "other" && venue === undefined;

/**
 * Whether a work of the record with the same title could be the one found, where forms of one kind
 * are the same by `isSame`. A form of a kind that the work has not is a further one.
 */
function agrees(
  work: Work,
  forms: readonly FoundForm[],
  isSame: (known: Appearance, found: FoundForm) => boolean,
): boolean {
  return forms.every((form) => {
    const alike = work.appearances.filter(({ kind }) => kind === form.kind);
    if (form.venue === undefined && work.appearances.some(isWaiting)) return true;
    if (alike.length === 0)
      return (form.kind === "thesis") === work.appearances.some(({ kind }) => kind === "thesis");
    return alike.some((known) => couldBeSame(known, form) && isSame(known, form));
  });
}

/** Finds works of a record that grows while it is searched. */
export class WorkIndex {
  readonly #byIdentifier = new Map<string, string>();
  readonly #byTitle = new Map<string, string[]>();
  readonly #venues: readonly Venue[];
  readonly works = new Map<string, Work>();

  constructor(cv: Pick<Cv, "publications" | "venues">) {
    this.#venues = cv.venues;
    for (const work of cv.publications) this.add(work);
  }

  /**
   * Enters a work, or what is new about it. An identifier stays with the work that had it first.
   */
  add(work: Work): void {
    const isNew = !this.works.has(work.id);
    this.works.set(work.id, work);
    for (const id of work.appearances.flatMap(identifiersOf))
      if (!this.#byIdentifier.has(id)) this.#byIdentifier.set(id, work.id);
    if (!isNew) return;
    const title = foldText(work.title);
    this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), work.id]);
  }

  /** The work that holds an identifier of this form, if any does. */
  holderOf(form: Pick<FoundForm, "doi" | "arxiv">): string | undefined {
    return identifiersOf(form).flatMap((id) => this.#byIdentifier.get(id) ?? [])[0];
  }

  /** Works of the same title and people, be they the same work or not. */
  listNamesakes({ title, authors }: FoundWork): Work[] {
    const names = authors.map(({ name }) => name);
    const works = (this.#byTitle.get(foldText(title)) ?? []).flatMap(
      (id) => this.works.get(id) ?? [],
    );
    return works.filter((work) => shareAuthors(work.authors.map(printedForm), names));
  }

  /** The same work by DOI or arXiv identifier. */
  #findHeld({ forms }: FoundWork): Work | undefined {
    const held = forms.flatMap((form) => this.holderOf(form) ?? [])[0];
    return held === undefined ? undefined : this.works.get(held);
  }

  /** The same work without doubt: by identifier, or by all that both say. */
  findWholly(found: FoundWork): Work | undefined {
    return (
      this.#findHeld(found) ??
      this.listNamesakes(found).find(
        (work) =>
          nameTheSame(work, found) &&
          agrees(work, found.forms, (known, form) => agreesWholly(known, form, this.#venues)),
      )
    );
  }

  /**
   * The same work without doubt, else by title and authors where nothing contradicts; a work that
   * is `isTaken` is not found by these.
   */
  find(found: FoundWork, isTaken: (id: string) => boolean): Work | undefined {
    return (
      this.findWholly(found) ??
      this.listNamesakes(found).find(
        (work) =>
          !isTaken(work.id) &&
          agrees(work, found.forms, (known, form) => !standApart(known, form, this.#venues)),
      )
    );
  }
}
