import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Cv } from "@triptych/schema";
import { CSL, type Engine } from "./citeproc.js";
import { type Citation, listCitations } from "../citation/citation.ts";
import { type CitationSpan, parseSpans, shieldText, SPAN_FORMAT } from "./citation-span.ts";
import { describeItem } from "../csl/write-csl-json.ts";

export type { CitationSpan } from "./citation-span.ts";

/** The styles works are cited in, by the name readers know them by. */
const STYLES = [
  { id: "apa", name: "APA", file: "apa.csl" },
  { id: "ieee", name: "IEEE", file: "ieee.csl" },
  { id: "acm", name: "ACM", file: "association-for-computing-machinery.csl" },
  { id: "chicago", name: "Chicago", file: "chicago-author-date.csl" },
] as const;

export type CitationStyleId = (typeof STYLES)[number]["id"];

/** One citation as its style prints it in a list of references. */
export interface FormattedCitation {
  style: CitationStyleId;
  styleName: string;
  spans: CitationSpan[];
}

interface Item {
  id: string;
}

type Formatter = (item: Item) => CitationSpan[];

/** Styles write `In` before a series even where it has no name. */
function chooseType({ kind, container }: Citation, type: string): string {
  return (kind === "conference" || kind === "workshop") && container === undefined
    ? "manuscript"
    : type;
}

/**
 * The item a style is given. The series of a conference is named once, as the container; an arXiv
 * number is that of a preprint alone; and what was handed in says so, as APA 7 (section 10.8) has
 * it.
 */
function composeItem(citation: Citation): Item {
  const described = describeItem(citation);
  const item = {
    ...described,
    type: chooseType(citation, described.type),
    ...(citation.kind === "manuscript" ? { genre: "Manuscript submitted for publication" } : {}),
    ...(citation.kind === "preprint" || citation.arxiv === undefined ? {} : { number: undefined }),
    event: undefined,
  };
  // Without a way through JSON undefined fields would be taken for values.
  return JSON.parse(JSON.stringify(item), (_, value: unknown) =>
    typeof value === "string" ? shieldText(value) : value,
  );
}

/** Numeric styles count the list of references; a list of one work has no use for it. */
const ENTRY_NUMBER = /^\[1\]\s*/;

/**
 * One engine for a style: making it takes longer than a hundred citations. It forgets each work
 * before the next.
 */
function createFormatter(style: string, locale: string): Formatter {
  CSL.Output.Formats["spans"] = { ...CSL.Output.Formats["text"], ...SPAN_FORMAT };
  let current: unknown;
  const engine: Engine = new CSL.Engine(
    { retrieveLocale: () => locale, retrieveItem: () => current },
    style,
    "en-US",
    true,
  );
  engine.setOutputFormat("spans");
  return (item) => {
    current = item;
    engine.updateItems([]);
    engine.updateItems([item.id], true);
    const made = engine.makeBibliography();
    const [entry] = made === false ? [] : made[1];
    if (entry === undefined) throw new Error(`citeproc made no entry for ${item.id}`);
    return parseSpans(entry.trim().replace(ENTRY_NUMBER, ""));
  };
}

/**
 * A style without what one entry of a bibliography has no use for: its order among others, and the
 * citations in a text, by which citeproc finds out which works must be told apart. That is a third
 * of the work.
 */
function keepBibliography(style: string): string {
  const citation = '<citation><layout><text variable="title"/></layout></citation>';
  return style
    .replace(/<citation[\s>][^]*?<\/citation>/, citation)
    .replaceAll(/<sort>[^]*?<\/sort>/g, "");
}

/**
 * `import.meta.dirname` and `new URL(file, import.meta.url)` mean something else where a bundler
 * has been.
 */
function readStyle(file: string): string {
  return readFileSync(join(dirname(fileURLToPath(import.meta.url)), "../../styles", file), "utf8");
}

const formatters = new Map<CitationStyleId, Formatter>();

function findFormatter({ id, file }: (typeof STYLES)[number]): Formatter {
  const known =
    formatters.get(id) ??
    createFormatter(keepBibliography(readStyle(file)), readStyle("locales-en-US.xml"));
  formatters.set(id, known);
  return known;
}

/**
 * The works named, or all, in every style as CSL styles and citeproc make them, by the id of the
 * work. What is not known is left out or, where the style says so, given as `n.d.`
 */
export function formatCitations(cv: Cv, ids?: readonly string[]): Map<string, FormattedCitation[]> {
  return new Map(
    listCitations(cv, ids).map((citation) => {
      const item = composeItem(citation);
      return [
        citation.work.id,
        STYLES.map((style) => ({
          style: style.id,
          styleName: style.name,
          spans: findFormatter(style)(item),
        })),
      ];
    }),
  );
}
