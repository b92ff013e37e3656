import type { Notebook } from "../finding.ts";

/** Forms that say no more than the kind of the work does. */
const SAID =
  /\b(?:ph\.?\s?d|doctoral|master\w*|thesis|dissertation|poster|pre-?print|(?:technical )?report|patent|review)\b/i;

/** Reports what an entry says of its form where that is more than its kind. */
export function dropForm(form: string | undefined, field: string, notebook: Notebook): void {
  if (form !== undefined && !SAID.test(form))
    notebook.drop(field, `“${form}” has no place in the record`);
}
