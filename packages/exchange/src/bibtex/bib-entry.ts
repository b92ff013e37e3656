import { type CitationKind, type Container, nameOfKind } from "@triptych/schema";
import type { Citation } from "../citation/citation.ts";
import { containerOf, hasEdition, isVersioned } from "../citation/citation-kind.ts";
import { holderOf } from "../citation/cited-work.ts";
import { escapeLatex, protectTitle } from "./latex.ts";
import { joinLines } from "../citation/loss.ts";
import type { SplitName } from "../citation/split-name.ts";

/** A field and its value as it stands in the file, escaped and without its braces. */
export type BibField = readonly [name: string, value: string | undefined];

/** What BibTeX and BibLaTeX do each in their way. */
export interface BibDialect {
  format: "bibtex" | "biblatex";
  /** What the type does not say: the kind of thesis, a poster, where a manuscript is. */
  formFields: (citation: Citation) => BibField[];
  /** The field for what holds the work; a whole book has none. */
  containers: Partial<Record<Container, string>>;
  dateFields: (citation: Citation) => BibField[];
  /** Names of fields that differ. */
  names: Record<"place" | "eprintType", string>;
}

/** A preprint without an identifier to tell it by: its type must be said in words. */
export const isBarePreprint = (kind: CitationKind, arxiv: string | undefined) =>
  kind === "preprint" && arxiv === undefined;

/** Signs that would break the file in a DOI, which readers take as it stands, unescaped. */
export const UNSAFE = /[{}\\]/;

/**
 * Braces keep a part whole where BibTeX would cut it: at `and`, at a comma, at a small letter,
 * which opens a particle.
 */
function wrapPart(part: string): string {
  const needsBraces = /,|(?:^|\s)\p{Ll}/u.test(part) || /(?:^|\s)and(?:\s|$)/iu.test(part);
  return needsBraces ? `{${escapeLatex(part)}}` : escapeLatex(part);
}

function formatName(name: SplitName): string {
  if (name.kind === "literal") return `{${escapeLatex(name.name)}}`;
  const family = [name.particle, wrapPart(name.family)]
    .filter((part) => part !== undefined)
    .join(" ");
  return [family, name.suffix, wrapPart(name.given)]
    .filter((part) => part !== undefined)
    .join(", ");
}

const formatNames = (names: readonly SplitName[]) =>
  names.length === 0 ? undefined : names.map(formatName).join(" and ");

/** Of a translation the authors are those of the original. */
const peopleFields = ({ names: { authors, editors, translators } }: Citation): BibField[] => [
  ["author", formatNames(authors)],
  ["editor", formatNames(editors)],
  ["translator", formatNames(translators)],
];

export const escaped = (text: string | undefined) =>
  text === undefined ? undefined : escapeLatex(joinLines(text));

/**
 * Titles of books keep the capitals that matter, names of journals and schools all of theirs. Both
 * dialects require the institution of a report.
 */
function containerFields(citation: Citation, dialect: BibDialect): BibField[] {
  const { kind, appearance, container } = citation;
  const held = containerOf(kind);
  const field = held === undefined ? undefined : dialect.containers[held];
  const holder = field === undefined ? undefined : holderOf(appearance, container);
  if (field === undefined || holder === undefined) return [];
  return [[field, field === "booktitle" ? protectTitle(holder) : escaped(holder)]];
}

function publisherFields({ kind, container, appearance }: Citation): BibField[] {
  const isHolder = kind === "report" && container === undefined;
  return [["publisher", isHolder ? undefined : escaped(appearance.publisher)]];
}

function numberFields({ kind, appearance: { number, issue } }: Citation): BibField[] {
  return isVersioned(kind)
    ? [
        ["version", escaped(number)],
        ["number", escaped(issue)],
      ]
    : [["number", escaped(issue ?? number)]];
}

function pagesOf(pages: string | undefined): string | undefined {
  return pages
    ?.split(/[-–]+/)
    .map((page) => escapeLatex(page))
    .join("--");
}

/** Fields in their usual order. */
function listFields(citation: Citation, dialect: BibDialect): BibField[] {
  const { kind, work, appearance, arxiv, url, note } = citation;
  return [
    ...peopleFields(citation),
    ["title", protectTitle(joinLines(work.title))],
    ["origtitle", escaped(appearance.translationOf?.title)],
    ...containerFields(citation, dialect),
    ["volume", escaped(appearance.volume)],
    ...numberFields(citation),
    ["edition", hasEdition(kind) ? appearance.edition?.toString() : undefined],
    ["series", escaped(appearance.series)],
    ["pages", pagesOf(appearance.pages)],
    ...publisherFields(citation),
    [dialect.names.place, escaped(appearance.place)],
    ...dialect.dateFields(citation),
    ["isbn", appearance.isbn],
    [
      "doi",
      appearance.doi === undefined || UNSAFE.test(appearance.doi) ? undefined : appearance.doi,
    ],
    ["eprint", arxiv],
    [dialect.names.eprintType, arxiv === undefined ? undefined : "arXiv"],
    ["url", url?.replaceAll(/[{}\\]/g, encodeURIComponent)],
    ...dialect.formFields(citation),
    ["note", escaped(note)],
    ["keywords", work.topics.length === 0 ? undefined : escaped(work.topics.join(", "))],
    ["abstract", escaped(work.abstract)],
  ];
}

/** Months of BibTeX are macros, which stand without braces. */
const BARE = new Set(["month"]);

/** One entry of a file. */
export function formatBibEntry(citation: Citation, dialect: BibDialect): string {
  const lines = listFields(citation, dialect).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${BARE.has(name) ? value : `{${value}}`},\n`],
  );
  return `@${nameOfKind(dialect.format, citation.kind)}{${citation.key},\n${lines.join("")}}\n`;
}
