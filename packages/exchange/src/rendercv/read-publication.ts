import { readLiteralName } from "../found/author-mark.ts";
import type { Finding, Notebook } from "../found/finding.ts";
import { fitPublication } from "../found/resume-publication.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";

export function readPublication(entry: RenderCvEntry, notebook: Notebook): Finding | undefined {
  const authors = entry
    .lines("authors")
    .flatMap((line) => readLiteralName(line, "authors", notebook));
  const [title, container, date] = [entry.line("title"), entry.line("journal"), entry.line("date")];
  const [url, doi, note] = [entry.raw("url"), entry.raw("doi"), entry.line("summary")];
  return fitPublication(
    { title, authors: authors.length === 0 ? undefined : authors, container, date, url, doi, note },
    notebook,
  );
}
