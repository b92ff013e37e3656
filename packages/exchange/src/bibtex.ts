import type { Cv } from "@triptych/schema";
import { type Citation, type CitationKind, listCitations } from "./citation.ts";
import { escapeLatex, protectTitle } from "./latex.ts";
import { type Bibliography, joinLines, listAbstractLosses, listCommonLosses, type Loss } from "./loss.ts";
import type { SplitName } from "./split-name.ts";

const ENTRY_TYPES = {
  conference: "inproceedings",
  workshop: "inproceedings",
  journal: "article",
  thesis: "phdthesis",
  preprint: "misc",
  manuscript: "unpublished",
} as const satisfies Record<CitationKind, string>;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Signs that would break the file in a DOI, which readers take as it stands, unescaped. */
const UNSAFE = /[{}\\]/;

/** Braces keep a part whole where BibTeX would cut it: at `and`, at a comma, at a small letter, which opens a particle. */
function wrapPart(part: string): string {
  const needsBraces = /,|(?:^|\s)\p{Ll}/u.test(part) || /(?:^|\s)and(?:\s|$)/iu.test(part);
  return needsBraces ? `{${escapeLatex(part)}}` : escapeLatex(part);
}

function formatName(name: SplitName): string {
  if (name.kind === "literal") return `{${escapeLatex(name.name)}}`;
  const family = [name.particle, wrapPart(name.family)].filter((part) => part !== undefined).join(" ");
  return [family, name.suffix, wrapPart(name.given)].filter((part) => part !== undefined).join(", ");
}

/** The field of the venue; a manuscript names it in its note. */
function listContainerFields({ kind, container }: Citation): [string, string | undefined][] {
  if (container === undefined) return [];
  const text = escapeLatex(container);
  switch (kind) {
    case "conference":
    case "workshop":
      return [["booktitle", protectTitle(container)]];
    case "journal":
      return [["journal", text]];
    case "thesis":
      return [["school", text]];
    case "preprint":
      return [["howpublished", text]];
    case "manuscript":
      return [];
  }
}

const escaped = (text: string | undefined) => (text === undefined ? undefined : escapeLatex(joinLines(text)));

/** Fields in their usual order, each with its value as it stands in the file, with braces or without. */
function listFields(citation: Citation): [string, string][] {
  const { work, appearance, names, date, arxiv, url, note } = citation;
  const fields: [string, string | undefined][] = [
    ["author", names.map(formatName).join(" and ")],
    ["title", protectTitle(joinLines(work.title))],
    ...listContainerFields(citation),
    ["volume", escaped(appearance.volume)],
    ["number", escaped(appearance.issue)],
    [
      "pages",
      appearance.pages === undefined
        ? undefined
        : appearance.pages
            .split(/[-–]+/)
            .map((page) => escapeLatex(page))
            .join("--"),
    ],
    ["publisher", escaped(appearance.publisher)],
    ["address", escaped(appearance.place)],
    ["year", date === undefined ? undefined : String(date.year).padStart(4, "0")],
    ["month", date?.month === undefined ? undefined : MONTHS[date.month - 1]],
    ["day", date?.day?.toString()],
    ["doi", appearance.doi === undefined || UNSAFE.test(appearance.doi) ? undefined : appearance.doi],
    ["eprint", arxiv],
    ["archivePrefix", arxiv === undefined ? undefined : "arXiv"],
    ["url", url === undefined ? undefined : url.replaceAll(/[{}\\]/g, encodeURIComponent)],
    ["note", escaped(note)],
    ["keywords", work.topics.length === 0 ? undefined : escaped(work.topics.join(", "))],
    ["abstract", escaped(work.abstract)],
  ];
  // Months are macros, which stand without braces.
  return fields.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, name === "month" ? value : `{${value}}`]]));
}

function formatEntry(citation: Citation): string {
  const lines = listFields(citation).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${ENTRY_TYPES[citation.kind]}{${citation.key},\n${lines.join("")}}\n`;
}

function listLosses(citation: Citation): Loss[] {
  const { appearance } = citation;
  const losses = [...listCommonLosses(citation), ...listAbstractLosses(citation)];
  if (appearance.doi !== undefined && UNSAFE.test(appearance.doi)) losses.push({ field: "doi", reason: "it holds a sign that would break the file" });
  return losses;
}

/**
 * A BibTeX file in UTF-8 of the works named, or of all, in the order of the CV's numbers. Works under review and to be read nowhere are
 * `unpublished`; a work without a known year has none.
 */
export function toBibtex(cv: Cv, ids?: readonly string[]): Bibliography {
  const citations = listCitations(cv, ids);
  return {
    text: citations.map(formatEntry).join("\n"),
    losses: citations.flatMap((citation) => listLosses(citation).map((loss) => ({ workId: citation.work.id, ...loss }))),
  };
}
