import type { Notebook } from "../found/finding.ts";
import { readEntities, readMarkedLine, readMarkup } from "../text/markup-text.ts";
import { cleanLine } from "../text/plain-text.ts";
import type { Fields } from "./bibtex-value.ts";
import { readLatex, readLatexProse } from "./latex-text.ts";

/** Fields that are read with others below. */
const SILENT = new Set(["crossref", "xdata", "eprinttype", "archiveprefix"]);

/** What programs note about the entry, and not about the work. */
const BOOKKEEPING =
  /^(?:bibsource|biburl|timestamp|date-(?:added|modified)|bdsk-.+|owner|groups|mendeley-.+|unique-id|da|source|adsurl|adsnote|bibtex_show|urldate)$/;

/** Entities whose first character somebody escaped: `{\&}amp;`. */
const joinEntities = (latex: string) =>
  latex.replaceAll(/\{?\\&\}?(?=(?:amp|lt|gt|quot|apos|nbsp|#\d+);)/g, "&");

/** Hands out an entry's fields one by one and knows which were never asked for. */
export class FieldReader {
  readonly asked = new Set<string>();
  readonly values: Fields;
  readonly notebook: Notebook;

  constructor(values: Fields, notebook: Notebook) {
    this.values = values;
    this.notebook = notebook;
  }

  raw(name: string): string | undefined {
    this.asked.add(name);
    const value = this.values.get(name);
    return value === undefined || value.trim() === "" ? undefined : value;
  }

  line(...names: string[]): string | undefined {
    for (const name of names) {
      const value = this.raw(name);
      if (value === undefined) continue;
      const { text, doubts } = readLatex(readMarkedLine(joinEntities(value)));
      for (const doubt of doubts) this.notebook.guess(name, doubt);
      const line = cleanLine(text);
      if (line !== undefined) return line;
    }
    return undefined;
  }

  /** Identifiers stand as they are; only what LaTeX needs is taken off, and line breaks. */
  verbatim(name: string): string | undefined {
    return this.#unescaped(name)?.replaceAll(/\s+/g, "");
  }

  /** The addresses of a field. A space inside of one is part of it, a line break is not. */
  urls(name: string): string[] {
    const text = this.#unescaped(name)?.replaceAll(/\s*\n\s*(?!https?:)/g, "");
    return (text ?? "")
      .split(/[\s,;]+(?=https?:\/\/)/)
      .map((url) => url.trim().replaceAll(/\s/g, "%20"))
      .filter((url) => url !== "");
  }

  #unescaped(name: string): string | undefined {
    const value = this.raw(name);
    const inner =
      value === undefined
        ? undefined
        : (/\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          /\\href\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          value);
    const text = readEntities(inner ?? "")
      .replaceAll(/\\([_%#&~{}])/g, "$1")
      .replaceAll(/\\textasciitilde(?:\{\})?/g, "~")
      .replaceAll(/[{}]/g, "")
      .trim();
    return text === "" ? undefined : text;
  }

  prose(name: string): string | undefined {
    const { text, doubts } = readLatexProse(readMarkup(this.raw(name) ?? ""));
    for (const doubt of doubts) this.notebook.guess(name, doubt);
    return text;
  }

  /** Reports the fields that were never asked for. */
  dropUnread(): void {
    for (const name of this.values.keys())
      if (!this.asked.has(name) && !SILENT.has(name))
        this.notebook.drop(
          name,
          BOOKKEEPING.test(name)
            ? "it is about the entry and not about the work"
            : "the record has no place for it",
        );
  }
}
