import { type Cv, Work } from "@triptych/schema";
import type { FoundWork, MarkMeaning } from "../found/finding.ts";
import { admitOwner, groupEqual, keepFamilies, reportMarks } from "./author-admission.ts";
import { composeAppearance, keepLacking } from "./compose-form.ts";
import type { DraftEntry } from "./draft.ts";
import { composeWorkId } from "./stable-id.ts";
import { keepReported } from "./valid-part.ts";

export type WorkOutcome =
  | { kind: "added"; id: string }
  | { kind: "merged"; id: string; what: string[] }
  | { kind: "unchanged"; id: string }
  | { kind: "left-out" };

/** Where a new work goes: before the first that is older; what has no date, at the end. */
function findPlace({ publications }: Cv, work: Work): number {
  const date = work.appearances[0]?.date;
  const place =
    date === undefined
      ? -1
      : publications.findIndex(({ appearances }) => (appearances[0]?.date ?? "9999") < date);
  return place === -1 ? publications.length : place;
}

/** Adds a work that the record does not have, unless its authors or its facts forbid it. */
export function addWork(
  entry: DraftEntry,
  found: FoundWork,
  marks: ReadonlyMap<string, MarkMeaning>,
): WorkOutcome {
  const names = found.authors.map(({ name }) => name);
  if (!admitOwner(entry, found)) return { kind: "left-out" };
  const twice = entry.draft.findTwice(names);
  if (twice !== undefined) {
    const who =
      twice[0] === twice[1]
        ? `${twice[0]} is listed twice`
        : `${twice[0]} and ${twice[1]} are one person in the record`;
    entry.remark(
      "left-out",
      "authors",
      `${who}; enter this work by hand and tell the two apart by person:`,
    );
    return { kind: "left-out" };
  }
  const meanings = new Map([...marks, ...(found.marks ?? [])]);
  const equal = groupEqual(found.authors, meanings);
  const isTaken = (id: string) => entry.draft.index.works.has(id);
  const kept = keepReported(entry, Work, {
    id: composeWorkId(found.title, isTaken),
    title: found.title,
    authors: names,
    ...(equal.length === 0 ? {} : { equalContribution: equal }),
    appearances: found.forms.map((form) => composeAppearance(entry, keepLacking(entry, form))),
    ...(found.abstract === undefined ? {} : { abstract: found.abstract }),
    ...(found.topics.length === 0 ? {} : { topics: [...new Set(found.topics)] }),
  });
  if (kept === undefined) return { kind: "left-out" };
  const [namesake] = entry.draft.index.listNamesakes(found);
  if (namesake !== undefined)
    entry.remark(
      "guessed",
      "title",
      `it is that of ${namesake.id}, which appeared elsewhere; the two were taken for two works`,
    );
  keepFamilies(entry, found.authors);
  reportMarks(entry, found.authors, meanings);
  const place = entry.draft.isFresh
    ? entry.draft.cv.publications.length
    : findPlace(entry.draft.cv, kept.value);
  entry.draft.insert(["publications"], place, kept.input);
  entry.draft.cv.publications.splice(place, 0, kept.value);
  entry.draft.index.add(kept.value);
  if (found.isSelected === true) entry.draft.select(entry, kept.value.id);
  return { kind: "added", id: kept.value.id };
}
