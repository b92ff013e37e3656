import type { Cv, Institution, Position, SectionId } from "@triptych/schema";
import type { Words } from "@triptych/words";
import type { CvDocument } from "../../document/document.ts";
import type { DraftEntry } from "../../document/sections/draft-entry.ts";
import { awardEntries } from "../../document/sections/funding.ts";
import { exhibitionEntries, projectEntries } from "../../document/sections/projects.ts";
import type { Source } from "../../document/sections/source.ts";
import { mediaEntries, talkEntries } from "../../document/sections/talks.ts";
import { earliestDay, formatDate } from "../../text/date.ts";
import { joinText } from "../../text/joined.ts";
import { type Span, textSpans, weaveSpans } from "../../text/span.ts";
import { pageOfSection } from "../section-page.ts";
import type { RecentItem, RecentKind, RecentPlace } from "./recent-item.ts";

/** Sections whose entries happened, and what is said before the first line of one. */
const FEATURED: readonly {
  kind: Exclude<RecentKind, "position" | "publications">;
  section: SectionId;
  listEntries: (source: Source) => DraftEntry[];
}[] = [
  { kind: "award", section: "awards", listEntries: awardEntries },
  { kind: "talk", section: "talks", listEntries: talkEntries },
  { kind: "exhibition", section: "exhibitions", listEntries: exhibitionEntries },
  { kind: "project", section: "projects", listEntries: projectEntries },
  { kind: "media", section: "media", listEntries: mediaEntries },
];

/**
 * The full document keeps the order of the record, so entry and draft of the same place are one.
 */
function placeOf(document: CvDocument, section: SectionId, index: number): RecentPlace {
  const group = document.sections.find(({ id }) => id === section)?.groups[0];
  return {
    kind: "entry",
    page: pageOfSection(section) ?? "cv",
    id: group?.entries[index]?.id ?? section,
  };
}

/** The first line of an entry, said of what kind it is; awards speak for themselves. */
function entrySpans(
  kind: (typeof FEATURED)[number]["kind"],
  { lines }: DraftEntry,
  { document: { recent } }: Words,
): Span[] {
  const what = (lines[0]?.spans ?? []).map(({ role: _role, ...span }) => span);
  return kind === "award" ? what : weaveSpans(recent[kind]({ what }));
}

const fold = (name: string) => name.normalize("NFKC").toLowerCase();

/** `Acme` and `Acme Ltd` are one house, as far as nobody should be said to have joined it twice. */
function isSameHouse(a: Institution, b: Institution): boolean {
  const [one, other] = [fold(a.name), fold(b.name)];
  const isSameAcronym = a.acronym !== undefined && a.acronym === b.acronym;
  return isSameAcronym || one.startsWith(other) || other.startsWith(one);
}

/** Whether the owner worked or studied there before; then they did not join with this post. */
function wasThereBefore(
  { education, positions }: Cv,
  { institution, period: { start } }: Position,
): boolean {
  return [...education, ...positions].some(
    ({ institution: other, period }) =>
      earliestDay(period.start) < earliestDay(start) && isSameHouse(institution, other),
  );
}

function listPositions({ cv, words }: Source, document: CvDocument): RecentItem[] {
  const { joined, became } = words.document.recent;
  return cv.positions.map((position, index) => {
    const { title, institution, period } = position;
    const organisation = joinText([institution.unit, institution.name]);
    const sentence = wasThereBefore(cv, position) ? became : joined;
    return {
      kind: "position",
      day: earliestDay(period.start),
      rail: formatDate(period.start, words),
      spans: textSpans(sentence({ organisation, title })),
      place: placeOf(document, "positions", index),
    };
  });
}

/** The entries of each section that has something to report, section by section. */
export function listRecentEntries(source: Source, document: CvDocument): RecentItem[][] {
  const [awards = [], ...others] = FEATURED.map(({ kind, section, listEntries }) =>
    listEntries(source).map((draft, index): RecentItem => ({
      kind,
      day: draft.days?.first ?? "",
      rail: draft.rail,
      spans: entrySpans(kind, draft, source.words),
      place: placeOf(document, section, index),
    })),
  );
  return [awards, listPositions(source, document), ...others];
}
