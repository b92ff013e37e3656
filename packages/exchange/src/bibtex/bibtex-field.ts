import type { Notebook } from "../found/finding.ts";
import { cleanLine } from "../text/plain-text.ts";
import type { Fields } from "./bibtex-value.ts";
import { readLatex, readLatexProse } from "./latex-text.ts";

/** Fields that are read somewhere below, or that say nothing about the work. */
const SILENT = new Set([
  "crossref",
  "xdata",
  "eprinttype",
  "archiveprefix",
  "archive",
  "primaryclass",
  "eprintclass",
  "day",
  "langid",
  "language",
  "bibsource",
  "biburl",
  "timestamp",
]);

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
      const { text, doubts } = readLatex(value);
      for (const doubt of doubts) this.notebook.guess(name, doubt);
      const line = cleanLine(text);
      if (line !== undefined) return line;
    }
    return undefined;
  }

  /** Identifiers and addresses stand as they are; only what LaTeX needs is taken off. */
  verbatim(name: string): string | undefined {
    const value = this.raw(name);
    const inner =
      value === undefined
        ? undefined
        : (/\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          /\\href\s*\{([^{}]*)\}/.exec(value)?.[1] ??
          value);
    return cleanLine(
      inner
        ?.replaceAll(/\\([_%#&~{}])/g, "$1")
        .replaceAll(/\\textasciitilde(?:\{\})?/g, "~")
        .replaceAll(/[{}]/g, ""),
    )?.replaceAll(" ", "");
  }

  prose(name: string): string | undefined {
    const { text, doubts } = readLatexProse(this.raw(name) ?? "");
    for (const doubt of doubts) this.notebook.guess(name, doubt);
    return text;
  }

  /** Reports the fields that were never asked for. */
  dropUnread(): void {
    for (const name of this.values.keys())
      if (!this.asked.has(name) && !SILENT.has(name))
        this.notebook.drop(name, "the record has no place for it");
  }
}
