import { type CitationKind, type Cv, nameOfKind } from "@triptych/schema";
import { type Citation, type CitationDate, listCitations } from "../citation/citation.ts";
import { hasEdition, isThesis, isWholeBook } from "../citation/citation-kind.ts";
import {
  type Bibliography,
  joinLines,
  listAbstractLosses,
  listCommonLosses,
  type Loss,
} from "../citation/loss.ts";
import type { SplitName } from "../citation/split-name.ts";

/** `van der Lee, Tim, Jr.`; a comma parts the name, so none may stand in it. */
function formatName(name: SplitName): string {
  if (name.kind === "literal") return name.name.replaceAll(",", " ");
  const family = [name.particle, name.family].filter((part) => part !== undefined).join(" ");
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");
}

const pad = (value: number | undefined) =>
  value === undefined ? "" : String(value).padStart(2, "0");

/** `2024/07/15/`: year, month, day and a remark, each empty where it is not known. */
function formatDate({ year, month, day }: CitationDate): string {
  return `${String(year).padStart(4, "0")}/${pad(month)}/${pad(day)}/`;
}

type Tag = [name: string, value: string | undefined];

/** What the type alone does not say. */
const FORMS: Partial<Record<CitationKind, string>> = {
  thesis: "PhD thesis",
  "master-thesis": "Master's thesis",
  review: "Review",
  poster: "Poster",
};

/** The venue: for a thesis the school, which RIS calls the publisher. */
function listVenueTags({ kind, container, appearance }: Citation): Tag[] {
  const form: Tag = ["M3", FORMS[kind]];
  if (kind === "manuscript") return [["PB", appearance.publisher]];
  return isThesis(kind)
    ? [["PB", container], form]
    : [
        ["T2", isWholeBook(kind) ? undefined : container],
        ["T3", appearance.series],
        ["PB", appearance.publisher],
        form,
      ];
}

/**
 * Editors of a whole book are its authors to RIS; those of a chapter's book and translators have
 * tags of their own.
 */
function listPeopleTags({ makers, names: { authors, editors, translators } }: Citation): Tag[] {
  const tags = (tag: string, people: readonly SplitName[]) =>
    people.map((name): Tag => [tag, formatName(name)]);
  if (makers.role === "editor") return tags("AU", editors);
  return [...tags("AU", authors), ...tags("A2", editors), ...tags("A4", translators)];
}

// Both dates are written: readers take the year of a conference from PY and that of its papers from
// DA.
function listTags(citation: Citation): Tag[] {
  const { key, kind, work, appearance, date, arxiv, url, note } = citation;
  const [first, last] = appearance.pages?.split(/[-–]+/) ?? [];
  return [
    ["TY", nameOfKind("ris", kind)],
    ["ID", key],
    ...listPeopleTags(citation),
    ["TI", work.title],
    ...listVenueTags(citation),
    ["PY", date === undefined ? undefined : String(date.year).padStart(4, "0")],
    ["DA", date === undefined ? undefined : formatDate(date)],
    ["VL", appearance.volume],
    ["IS", appearance.issue],
    ["SP", first],
    ["EP", last],
    ["CY", appearance.place],
    ["ET", hasEdition(kind) ? appearance.edition?.toString() : undefined],
    ["M1", appearance.number],
    ["SN", appearance.isbn],
    ["DO", appearance.doi],
    ["UR", url],
    ["N1", note],
    ["N1", arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ...work.topics.map((topic): Tag => ["KW", topic]),
    ["AB", work.abstract],
  ];
}

/** Lines end in CR and LF, a record in `ER` (RIS specification, 2011). */
function formatRecord(citation: Citation): string {
  const lines = listTags(citation).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}  - ${joinLines(value)}\r\n`],
  );
  return `${lines.join("")}ER  - \r\n`;
}

function listLosses(citation: Citation): Loss[] {
  const losses = [...listCommonLosses(citation), ...listAbstractLosses(citation)];
  const { kind, appearance } = citation;
  if (isThesis(kind) && appearance.publisher !== undefined)
    losses.push({ field: "publisher", reason: "the field of the publisher holds the school" });
  if (kind === "manuscript" && appearance.series !== undefined)
    losses.push({ field: "series", reason: "a manuscript has no field for it" });
  if (appearance.translationOf?.title !== undefined)
    losses.push({ field: "translationOf", reason: "no field for the title of the original" });
  return losses;
}

/** An RIS file in UTF-8 of the works named, or of all, in the order of the CV's numbers. */
export function toRis(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: citations.map(formatRecord).join("\r\n"),
    losses: citations.flatMap((citation) =>
      listLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss })),
    ),
  };
}
