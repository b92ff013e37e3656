import { Appearance, type Cv, printedForm, Work } from "@triptych/schema";
import type { FoundAuthor, FoundWork } from "../found/finding.ts";
import { splitName } from "../citation/split-name.ts";
import type { Draft, MarkMeaning, Source } from "./draft.ts";
import { composeAppearance, mergeForm } from "./merge-form.ts";
import { findOwner } from "./owner-form.ts";
import { composeWorkId } from "./stable-id.ts";
import { keepValid } from "./valid-part.ts";

export type WorkOutcome =
  | { kind: "added"; id: string }
  | { kind: "merged"; id: string; what: string[] }
  | { kind: "unchanged"; id: string }
  | { kind: "left-out" };

/** Groups of authors who carry a sign that means equal contribution. */
function groupEqual(
  authors: readonly FoundAuthor[],
  marks: ReadonlyMap<string, MarkMeaning>,
): string[][] {
  const signs = [...marks].filter(([, meaning]) => meaning === "equal").map(([sign]) => sign);
  return signs
    .map((sign) => authors.filter((author) => author.marks?.includes(sign)).map(({ name }) => name))
    .filter((group) => group.length > 1);
}

function reportMarks(
  draft: Draft,
  authors: readonly FoundAuthor[],
  marks: ReadonlyMap<string, MarkMeaning>,
  source: Source,
): void {
  for (const { name, marks: signs } of authors) {
    for (const sign of signs ?? "") {
      const meaning = marks.get(sign);
      if (meaning === "corresponding")
        draft.remark(
          "dropped",
          source,
          "authors",
          `${sign} at ${name}: the record has no place for a corresponding author`,
        );
      if (meaning === "ignore")
        draft.remark("dropped", source, "authors", `${sign} at ${name} is ignored`);
    }
  }
}

/** Enters people whose family name the source states and the printed name alone would not give. */
function keepFamilies(draft: Draft, authors: readonly FoundAuthor[]): void {
  for (const { name, family } of authors) {
    if (family === undefined) continue;
    const guessed = splitName(name);
    const whole =
      guessed.kind === "literal"
        ? guessed.name
        : [guessed.particle, guessed.family].filter((part) => part !== undefined).join(" ");
    const isPlain = guessed.kind === "person" && (guessed.family === family || whole === family);
    const isKnown = [draft.cv.profile, ...draft.cv.people].some(
      (person) => person.name === name || person.aliases.includes(name),
    );
    if (!isPlain && !isKnown) draft.addPerson(name, family);
  }
}

/** Whether the owner is among the authors; a form of the name that is new is entered, and told. */
function admitOwner(draft: Draft, authors: readonly FoundAuthor[], source: Source): boolean {
  const { profile, people } = draft.cv;
  const owner = findOwner(authors, profile);
  if (owner.kind === "known") return true;
  const isOther =
    owner.kind === "form" &&
    (people.some((person) => person.name === owner.name || person.aliases.includes(owner.name)) ||
      !draft.couldBeOwner(owner.name));
  if (owner.kind === "absent" || isOther) {
    const names = authors.slice(0, 3).map(({ name }) => name);
    draft.remark(
      "left-out",
      source,
      "authors",
      `${profile.name} is not among the authors (${names.join(", ")}${authors.length > 3 ? ", …" : ""}); if one of them is you, give --alias and the name as printed`,
    );
    return false;
  }
  draft.addAlias(owner.name);
  draft.remark(
    "guessed",
    source,
    "authors",
    `“${owner.name}” is ${profile.name}${owner.isSure ? "" : ", written shorter"}; it was added to profile.aliases`,
  );
  return true;
}

/** Where a new work goes: before the first that is older; what has no date, at the end. */
function findPlace({ publications }: Cv, work: Work): number {
  const date = work.appearances[0]?.date;
  const place =
    date === undefined
      ? -1
      : publications.findIndex(({ appearances }) => (appearances[0]?.date ?? "9999") < date);
  return place === -1 ? publications.length : place;
}

function addWork(
  draft: Draft,
  found: FoundWork,
  marks: ReadonlyMap<string, MarkMeaning>,
  source: Source,
): WorkOutcome {
  const names = found.authors.map(({ name }) => name);
  if (!admitOwner(draft, found.authors, source)) return { kind: "left-out" };
  const twice = draft.findTwice(names);
  if (twice !== undefined) {
    const who =
      twice[0] === twice[1]
        ? `${twice[0]} is listed twice`
        : `${twice[0]} and ${twice[1]} are one person in the record`;
    draft.remark(
      "left-out",
      source,
      "authors",
      `${who}; enter this work by hand and tell the two apart by person:`,
    );
    return { kind: "left-out" };
  }
  const equal = groupEqual(found.authors, marks);
  const isTaken = (id: string) => draft.index.works.has(id);
  const kept = keepValid(Work, {
    id: composeWorkId(found.title, isTaken),
    title: found.title,
    authors: names,
    ...(equal.length === 0 ? {} : { equalContribution: equal }),
    appearances: found.forms.map((form) => composeAppearance(draft, form, source)),
    ...(found.abstract === undefined ? {} : { abstract: found.abstract }),
    ...(found.topics.length === 0 ? {} : { topics: [...new Set(found.topics)] }),
  });
  if (kept.kind === "refused") {
    draft.remark("left-out", source, undefined, kept.message);
    return { kind: "left-out" };
  }
  for (const { path, message } of kept.dropped) draft.remark("dropped", source, path, message);
  const [namesake] = draft.index.listNamesakes(found);
  if (namesake !== undefined)
    draft.remark(
      "guessed",
      source,
      "title",
      `it is that of ${namesake.id}, which appeared elsewhere; the two were taken for two works`,
    );
  keepFamilies(draft, found.authors);
  reportMarks(draft, found.authors, marks, source);
  const place = draft.isFresh ? draft.cv.publications.length : findPlace(draft.cv, kept.value);
  draft.insert(["publications"], place, kept.input);
  draft.cv.publications.splice(place, 0, kept.value);
  draft.index.add(kept.value);
  return { kind: "added", id: kept.value.id };
}

const parseAppearance = (value: unknown): Appearance | undefined => {
  const parsed = Appearance.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

function fillWork(draft: Draft, work: Work, found: FoundWork, source: Source): string[] {
  const at = draft.cv.publications.indexOf(work);
  const added = found.forms.flatMap((form) =>
    mergeForm(draft, work, at, form, parseAppearance, source),
  );
  if (work.abstract === undefined && found.abstract !== undefined) {
    draft.set(["publications", at, "abstract"], found.abstract);
    work.abstract = found.abstract;
    added.push("abstract");
  }
  if (work.topics.length === 0 && found.topics.length > 0) {
    work.topics = [...new Set(found.topics)];
    draft.set(["publications", at, "topics"], work.topics);
    added.push("topics");
  }
  const [mine, theirs] = [
    work.authors.map(printedForm).join(", "),
    found.authors.map(({ name }) => name).join(", "),
  ];
  if (work.authors.length !== found.authors.length)
    draft.remark(
      "dropped",
      source,
      "authors",
      `the record lists ${mine}; the file ${theirs}; the record stays`,
    );
  draft.index.add(work);
  return added;
}

/**
 * A book with translators is the owner's own book if the owner wrote it, and the owner's
 * translation otherwise; a translation names its translators as its authors, and those of the
 * original apart.
 */
function settleRole(draft: Draft, found: FoundWork, source: Source): FoundWork {
  const { translators, originalTitle, ...work } = found;
  const [first, ...rest] = work.forms;
  if (translators === undefined || first === undefined) return work;
  if (work.authors.length > 0 && findOwner(work.authors, draft.cv.profile).kind !== "absent") {
    draft.remark(
      "dropped",
      source,
      "translator",
      "the record has no place for the translators of the owner's own work",
    );
    return work;
  }
  const translationOf =
    work.authors.length === 0 ? undefined : { title: originalTitle, authors: work.authors };
  return {
    ...work,
    authors: translators,
    forms: [
      { ...first, kind: "translation", book: undefined, editors: undefined, translationOf },
      ...rest,
    ],
  };
}

/** Adds a work to the draft, or what is new in it to the work of the record that it is. */
export function mergeWork(
  draft: Draft,
  entry: FoundWork,
  marks: ReadonlyMap<string, MarkMeaning>,
  source: Source,
): WorkOutcome {
  const found = settleRole(draft, entry, source);
  const known = draft.index.find(found);
  if (known === undefined) return addWork(draft, found, marks, source);
  const what = fillWork(draft, known, found, source);
  return what.length === 0
    ? { kind: "unchanged", id: known.id }
    : { kind: "merged", id: known.id, what };
}
