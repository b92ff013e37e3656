import { type Variant, WORK_GROUP_IDS, type WorkGroupId } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { equalContributionLegend } from "../../works/author-list.ts";
import { composePublications, type Publication } from "../../works/publication.ts";
import type { Entry, Group, Line } from "./entry.ts";
import { publicationFigureLines } from "./figure-line.ts";
import { rankLines } from "./rank-line.ts";
import { selectWorks } from "../selection/selected-works.ts";
import type { Source } from "./source.ts";

/** A year hangs in the rail only where it changes. */
function publicationEntry(
  publication: Publication,
  index: number,
  group: readonly Publication[],
): Entry {
  const { id, title, number, filing, filedUnder, listedAuthors, appearances } = publication;
  const isSameYear = index > 0 && group[index - 1]?.filedUnder === filedUnder;
  const lines: Line[] = [
    { role: "title", spans: [{ text: title, role: "title", target: { kind: "work", id } }] },
    { role: "people", spans: listedAuthors },
    ...appearances.map(({ full }): Line => ({ role: "label", spans: full })),
  ];
  return {
    id: `work-${id}`,
    rail: filing === "year" && !isSameYear ? filedUnder : "",
    number,
    lines,
  };
}

/** A heading says what is below it: preprints, what is under review, or both. */
function groupTitle(id: WorkGroupId, group: readonly Publication[], words: Words): string {
  const { workGroups, statuses, kinds } = words.record;
  if (id === "preprint") {
    const waiting = group.filter(({ appearances }) => appearances[0]?.status === "under-review");
    if (waiting.length === 0) return kinds.preprint.title({ count: 2 });
    return group.some(({ kind }) => kind === "preprint")
      ? workGroups.preprint
      : statuses["under-review"];
  }
  if (id === "thesis" || id === "master-thesis") return kinds[id].title({ count: group.length });
  const [kind, ...others] = new Set(group.map((publication) => publication.kind));
  return id === "conference" && kind !== undefined && others.length === 0
    ? kinds[kind].title({ count: 2 })
    : workGroups[id];
}

/** The works that a variant shows, group by group. */
export function publicationGroups({ cv, words }: Source, variant: Variant): Group[] {
  const shown = new Set(selectWorks(cv, variant).map(({ id }) => id));
  const chosen = composePublications(cv, words).filter(({ id }) => shown.has(id));
  return WORK_GROUP_IDS.map((id) => {
    const own = chosen.filter(({ group }) => group === id);
    return {
      id: `publications-${id}`,
      title: groupTitle(id, own, words),
      entries: own.map(publicationEntry),
    };
  });
}

/** Reported figures, ranks of venues and the legend of marks, for the works that are shown. */
export function publicationIntro({ cv, words }: Source, groups: readonly Group[]): Line[] {
  const ids = new Set(groups.flatMap((group) => group.entries.map((entry) => entry.id)));
  const works = cv.publications.filter((work) => ids.has(`work-${work.id}`));
  const legend = equalContributionLegend(works, words);
  return [
    ...publicationFigureLines(cv, words),
    ...rankLines(cv, works, words),
    ...(legend.length === 0 ? [] : [{ role: "detail" as const, spans: legend }]),
  ];
}
