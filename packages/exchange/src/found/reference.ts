import type { Appearance, CitationKind, Honour } from "@triptych/schema";
import type { FoundAuthor, MarkMeaning } from "./finding.ts";

/** One entry of a bibliography before it is fitted to the record; texts are plain already. */
export interface Reference {
  kind: CitationKind;
  title?: string | undefined;
  authors: FoundAuthor[];
  /** What marks of authors mean where a field of its own says it. */
  marks?: ReadonlyMap<string, MarkMeaning> | undefined;
  /** The entry says that it does not name them all. */
  hasMoreAuthors?: boolean | undefined;
  editors?: FoundAuthor[] | undefined;
  translators?: FoundAuthor[] | undefined;
  originalTitle?: string | undefined;
  series?: string | undefined;
  edition?: string | undefined;
  number?: string | undefined;
  isbn?: string | undefined;
  container?: string | undefined;
  publisher?: string | undefined;
  place?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  date?: string | undefined;
  doi?: string | undefined;
  arxiv?: string | undefined;
  urls: readonly string[];
  /** Links whose kind the entry states. */
  links?: Appearance["links"] | undefined;
  honours?: Honour[] | undefined;
  isSelected?: boolean | undefined;
  /** DOI of the form in which a preprint has appeared since. */
  publishedAs?: string | undefined;
  note?: string | undefined;
  abstract?: string | undefined;
  topics: readonly string[];
}

/** Topics of formats that have one field for all of them. */
export const splitTopics = (text: string | undefined): string[] =>
  (text ?? "").split(/\s*[,;]\s*/).filter((topic) => topic !== "");
