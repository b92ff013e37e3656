import type { Citation, CitationKind } from "../citation/citation.ts";
import { escapeLatex, protectTitle } from "./latex.ts";
import { joinLines } from "../citation/loss.ts";
import type { SplitName } from "../citation/split-name.ts";

/** A field and its value as it stands in the file, escaped and without its braces. */
export type BibField = readonly [name: string, value: string | undefined];

/** What BibTeX and BibLaTeX do each in their way. */
export interface BibDialect {
  types: Record<CitationKind, string>;
  /** What the type does not say: the kind of thesis, a poster, where a manuscript is. */
  formFields: (citation: Citation) => BibField[];
  containerField: (kind: CitationKind) => string | undefined;
  dateFields: (citation: Citation) => BibField[];
  /** Names of fields that differ. */
  names: Record<"place" | "eprintType", string>;
}

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

/** Authors, editors and translators; of a translation the authors are those of the original. */
function peopleFields({ role, names, editors, originalAuthors }: Citation): BibField[] {
  if (role === "editor") return [["editor", formatNames(names)]];
  if (role === "translator")
    return [
      ["author", formatNames(originalAuthors)],
      ["translator", formatNames(names)],
    ];
  return [
    ["author", formatNames(names)],
    ["editor", formatNames(editors)],
  ];
}

export const escaped = (text: string | undefined) =>
  text === undefined ? undefined : escapeLatex(joinLines(text));

/**
 * A report without a venue is held by the body that issued it: both dialects require its
 * institution.
 */
const holderOf = ({ kind, container, appearance }: Citation) =>
  container ?? (kind === "report" ? appearance.publisher : undefined);

/** Titles of books keep the capitals that matter, names of journals and schools all of theirs. */
function containerFields(citation: Citation, dialect: BibDialect): BibField[] {
  const holder = holderOf(citation);
  const field = dialect.containerField(citation.kind);
  if (holder === undefined || field === undefined) return [];
  return [[field, field === "booktitle" ? protectTitle(holder) : escaped(holder)]];
}

function publisherFields(citation: Citation): BibField[] {
  const isHolder = citation.kind === "report" && citation.container === undefined;
  return [["publisher", isHolder ? undefined : escaped(citation.appearance.publisher)]];
}

/** Kinds whose number is called a version. */
const VERSIONED: ReadonlySet<CitationKind> = new Set<CitationKind>(["dataset", "software"]);

function numberFields({ kind, appearance: { number, issue } }: Citation): BibField[] {
  return VERSIONED.has(kind)
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
  const isBook =
    kind === "book" || kind === "edited-book" || kind === "translation" || kind === "chapter";
  return [
    ...peopleFields(citation),
    ["title", protectTitle(joinLines(work.title))],
    ["origtitle", escaped(appearance.translationOf?.title)],
    ...containerFields(citation, dialect),
    ["volume", escaped(appearance.volume)],
    ...numberFields(citation),
    ["edition", isBook ? appearance.edition?.toString() : undefined],
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
  return `@${dialect.types[citation.kind]}{${citation.key},\n${lines.join("")}}\n`;
}
