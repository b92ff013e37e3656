import {
  type Appearance,
  type CitationKind,
  type Cv,
  orderWorks,
  type Work,
} from "@triptych/schema";
import { citationKeys } from "./citation-key.ts";
import { type CitedWork, citeWork } from "./cited-work.ts";
import { createNameSplitter, type SplitName } from "./split-name.ts";

/** A calendar date of the precision known; months and days count from 1. */
export interface CitationDate {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
}

/** One citation before any format. */
export interface Citation extends CitedWork {
  key: string;
  kind: CitationKind;
  /** The makers, by the parts of their names. */
  names: Record<"authors" | "editors" | "translators", SplitName[]>;
  date?: CitationDate | undefined;
  arxiv?: string | undefined;
  url?: string | undefined;
  note?: string | undefined;
}

function composeNote(
  { kind, status, track }: Appearance,
  container: string | undefined,
): string | undefined {
  const place = kind === "preprint" || container === undefined ? "" : ` at ${container}`;
  const words = {
    published: undefined,
    accepted: "Accepted",
    "under-review": `Under review${place}`,
  } as const satisfies Record<Appearance["status"], string | undefined>;
  const parts = [words[status], track].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(". ");
}

/** Where to read it: the paper, else a preprint; a DOI stands for itself. */
function findUrl(work: Work, appearance: Appearance): string | undefined {
  const paper =
    appearance.links.find(({ type }) => type === "paper") ??
    work.appearances.flatMap(({ links }) => links).find(({ type }) => type === "preprint");
  if (paper !== undefined) return paper.url;
  return appearance.arxiv === undefined ? undefined : `https://arxiv.org/abs/${appearance.arxiv}`;
}

function splitDate(text: string | undefined): CitationDate | undefined {
  if (text === undefined) return undefined;
  const [year = 0, month, day] = text.split("-").map(Number);
  return { year, month, day };
}

interface Preparation {
  keys: ReturnType<typeof citationKeys>;
  split: ReturnType<typeof createNameSplitter>;
  works: Work[];
}

/**
 * What all citations of a record share. Sites ask for one work at a time, thousands of times; each
 * answer must not read the whole record.
 */
const preparations = new WeakMap<Cv, Preparation>();

function prepare(cv: Cv): Preparation {
  const known = preparations.get(cv);
  if (known !== undefined) return known;
  const made = {
    keys: citationKeys(cv),
    split: createNameSplitter(cv),
    works: orderWorks(cv),
  };
  preparations.set(cv, made);
  return made;
}

/**
 * Citations in the order of the CV's numbers, all or those of the works named; ids that are not in
 * the record are passed over.
 */
export function listCitations(cv: Cv, ids?: readonly string[]): Citation[] {
  const { keys, split, works } = prepare(cv);
  return works.flatMap((work): Citation[] => {
    const cited = ids === undefined || ids.includes(work.id) ? citeWork(cv, work) : undefined;
    if (cited === undefined) return [];
    const { appearance, container, makers } = cited;
    const arxiv = work.appearances.find((form) => form.arxiv !== undefined)?.arxiv;
    const isManuscript = appearance.status === "under-review" && arxiv === undefined;
    return [
      {
        ...cited,
        key: keys.get(work.id) ?? work.id,
        kind: isManuscript ? "manuscript" : appearance.kind,
        names: {
          authors: makers.authors.map(split),
          editors: makers.editors.map(split),
          translators: makers.translators.map(split),
        },
        date: splitDate(appearance.date),
        arxiv,
        url: findUrl(work, appearance),
        note: composeNote(appearance, container),
      },
    ];
  });
}
