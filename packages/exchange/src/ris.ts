import type { Cv } from "@triptych/schema";
import { type Citation, type CitationDate, type CitationKind, listCitations } from "./citation.ts";
import { type Bibliography, joinLines, listAbstractLosses, listCommonLosses, type Loss } from "./loss.ts";
import type { SplitName } from "./split-name.ts";

const TYPES = {
  conference: "CONF",
  workshop: "CONF",
  journal: "JOUR",
  thesis: "THES",
  preprint: "UNPB",
  manuscript: "UNPB",
} as const satisfies Record<CitationKind, string>;

/** `van der Lee, Tim, Jr.`; a comma parts the name, so none may stand in it. */
function formatName(name: SplitName): string {
  if (name.kind === "literal") return name.name.replaceAll(",", " ");
  const family = [name.particle, name.family].filter((part) => part !== undefined).join(" ");
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");
}

const pad = (value: number | undefined) => (value === undefined ? "" : String(value).padStart(2, "0"));

/** `2024/07/15/`: year, month, day and a remark, each empty where it is not known. */
function formatDate({ year, month, day }: CitationDate): string {
  return `${String(year).padStart(4, "0")}/${pad(month)}/${pad(day)}/`;
}

type Tag = [name: string, value: string | undefined];

/** The venue: for a thesis the school, which RIS calls the publisher. */
function listVenueTags({ kind, container, appearance }: Citation): Tag[] {
  if (kind === "manuscript") return [["PB", appearance.publisher]];
  return kind === "thesis"
    ? [
        ["PB", container],
        ["M3", "PhD thesis"],
      ]
    : [
        ["T2", container],
        ["PB", appearance.publisher],
      ];
}

// Both dates are written: readers take the year of a conference from PY and that of its papers from DA.
function listTags(citation: Citation): Tag[] {
  const { key, kind, work, appearance, names, date, arxiv, url, note } = citation;
  const [first, last] = appearance.pages?.split(/[-–]+/) ?? [];
  return [
    ["TY", TYPES[kind]],
    ["ID", key],
    ...names.map((name): Tag => ["AU", formatName(name)]),
    ["TI", work.title],
    ...listVenueTags(citation),
    ["PY", date === undefined ? undefined : String(date.year).padStart(4, "0")],
    ["DA", date === undefined ? undefined : formatDate(date)],
    ["VL", appearance.volume],
    ["IS", appearance.issue],
    ["SP", first],
    ["EP", last],
    ["CY", appearance.place],
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
  const lines = listTags(citation).flatMap(([name, value]) => (value === undefined ? [] : [`${name}  - ${joinLines(value)}\r\n`]));
  return `${lines.join("")}ER  - \r\n`;
}

function listLosses(citation: Citation): Loss[] {
  const losses = [...listCommonLosses(citation), ...listAbstractLosses(citation)];
  if (citation.kind === "thesis" && citation.appearance.publisher !== undefined) {
    losses.push({ field: "publisher", reason: "the field of the publisher holds the school" });
  }
  return losses;
}

/** An RIS file in UTF-8 of the works named, or of all, in the order of the CV's numbers. */
export function toRis(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: citations.map(formatRecord).join("\r\n"),
    losses: citations.flatMap((citation) => listLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss }))),
  };
}
