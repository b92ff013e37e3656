import { printedForm, type Work } from "@triptych/schema";
import { type FoundWork, listNames, type MarkMeaning } from "../found/finding.ts";
import { addWork, type WorkOutcome } from "./add-work.ts";
import type { DraftEntry } from "./draft.ts";
import { mergeForm } from "./merge-form.ts";
import { explainDifference, listDifferences } from "../match/difference.ts";
import type { WorkClaims } from "./work-claim.ts";
import { findOwner } from "../match/owner-form.ts";

/** The title that another source gives, and all that a second entry of one file says of a work. */
function reportOther(
  { remark }: DraftEntry,
  work: Work,
  found: FoundWork,
  isSecond: boolean,
): void {
  const { title, abstract, topics } = found;
  const mine = { ...work, authors: work.authors.map(printedForm) };
  const theirs = { title, abstract, topics, authors: found.authors.map(({ name }) => name) };
  for (const difference of listDifferences(mine, isSecond ? theirs : { title }))
    remark("dropped", difference.field, explainDifference(difference));
}

function fillWork(entry: DraftEntry, work: Work, found: FoundWork): string[] {
  const at = entry.draft.cv.publications.indexOf(work);
  const added = found.forms.flatMap((form) => mergeForm(entry, work, at, form));
  if (work.abstract === undefined && found.abstract !== undefined) {
    entry.draft.set(["publications", at, "abstract"], found.abstract);
    work.abstract = found.abstract;
    added.push("abstract");
  }
  if (work.topics.length === 0 && found.topics.length > 0) {
    work.topics = [...new Set(found.topics)];
    entry.draft.set(["publications", at, "topics"], work.topics);
    added.push("topics");
  }
  const [mine, theirs] = [
    work.authors.map(printedForm).join(", "),
    found.authors.map(({ name }) => name).join(", "),
  ];
  if (work.authors.length !== found.authors.length)
    entry.remark(
      "dropped",
      "authors",
      `the record lists ${mine}; the file ${theirs}; the record stays`,
    );
  entry.draft.index.add(work);
  return added;
}

/**
 * A book with translators is the owner's own book if the owner wrote it, and the owner's
 * translation otherwise; a translation names its translators as its authors, and those of the
 * original apart.
 */
function settleRole(entry: DraftEntry, found: FoundWork): FoundWork {
  const { translators, originalTitle, ...work } = found;
  const [first, ...rest] = work.forms;
  if (translators === undefined || first === undefined) return work;
  const dropOriginal = () => {
    if (originalTitle !== undefined)
      entry.remark(
        "dropped",
        "title",
        `“${originalTitle}”: the record has no place for the title of the original`,
      );
  };
  if (
    work.authors.length > 0 &&
    findOwner(work.authors, entry.draft.cv.profile).kind !== "absent"
  ) {
    entry.remark(
      "dropped",
      "translator",
      `${listNames(translators)}: the record has no place for the translators of the owner's own ` +
        "work",
    );
    dropOriginal();
    return work;
  }
  if (work.authors.length === 0) dropOriginal();
  if (first.editors !== undefined)
    entry.remark(
      "dropped",
      "editor",
      `${listNames(first.editors)}: a translation has no place for its editors`,
    );
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

/** What all works of one file are merged with. */
export interface WorkContext {
  marks: ReadonlyMap<string, MarkMeaning>;
  claims: WorkClaims;
}

/** Adds a work to the draft, or what is new in it to the work of the record that it is. */
export function mergeWork(
  entry: DraftEntry,
  work: FoundWork,
  { marks, claims }: WorkContext,
): WorkOutcome {
  const found = settleRole(entry, work);
  const known = entry.draft.index.find(found, (id) => claims.isOfAnother(id, work));
  if (known === undefined) {
    const outcome = addWork(entry, found, marks);
    if (outcome.kind === "added") claims.take(outcome.id, work, entry.key);
    return outcome;
  }
  const other = claims.take(known.id, work, entry.key);
  if (other !== undefined)
    entry.remark(
      "guessed",
      "key",
      `it was taken for the work of ${other === "" ? "another entry" : other}, which says the same`,
    );
  const what = fillWork(entry, known, found);
  reportOther(entry, known, found, other !== undefined);
  return what.length === 0
    ? { kind: "unchanged", id: known.id }
    : { kind: "merged", id: known.id, what };
}
