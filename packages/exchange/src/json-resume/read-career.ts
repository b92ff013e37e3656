import type { Notebook, Part } from "../found/finding.ts";
import { readDay } from "../found/foreign-date.ts";
import { composeDegree, composePart } from "../found/part.ts";
import {
  dropLines,
  lineOf,
  linesOf,
  readInstitution,
  readPeriod,
  readTitledName,
  reportUnread,
  splitLabels,
} from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";

export const periodOf = (entry: Json, notebook: Notebook) =>
  readPeriod(lineOf(entry, "startDate"), lineOf(entry, "endDate"), true, notebook);

/** A summary stands before the highlights, since a post has no other place for it. */
export function readHighlights(entry: Json, notebook: Notebook): string[] {
  const summary = lineOf(entry, "summary");
  if (summary !== undefined)
    notebook.guess("summary", "it was entered as the first of the highlights");
  return [...(summary === undefined ? [] : [summary]), ...linesOf(entry, "highlights")];
}

export function readWork(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  const institution = readInstitution(lineOf(entry, "name") ?? lineOf(entry, "company"), {
    unit: lineOf(entry, "description"),
    place: lineOf(entry, "location"),
  });
  reportUnread(
    entry,
    "name company position location description startDate endDate summary highlights",
    notebook,
  );
  const { of, rest } = splitLabels(readHighlights(entry, notebook), ["Host", "Supervisor"]);
  const value = {
    title: lineOf(entry, "position"),
    institution,
    period,
    hosts: of("Host").map(readTitledName),
    supervisors: of("Supervisor").map(readTitledName),
    highlights: rest,
  };
  return composePart("positions", value, notebook);
}

export function readEducation(entry: Json, notebook: Notebook): Part | undefined {
  const period = periodOf(entry, notebook);
  reportUnread(entry, "institution area studyType startDate endDate score", notebook);
  return composeDegree(
    {
      degree: lineOf(entry, "studyType"),
      area: lineOf(entry, "area"),
      institution: readInstitution(lineOf(entry, "institution")),
      period,
      distinction: lineOf(entry, "score"),
    },
    "studyType",
    notebook,
  );
}

export function readAward(entry: Json, notebook: Notebook): Part | undefined {
  const [body, summary] = [lineOf(entry, "awarder"), lineOf(entry, "summary")];
  const date = readDay(lineOf(entry, "date"), "date", notebook);
  const share = /(?:^|\. )Given to (\d+(?:\.\d+)?)% of candidates$/.exec(summary ?? "");
  const rest = share === null ? summary : summary?.slice(0, share.index);
  dropLines("summary", [rest], notebook);
  reportUnread(entry, "title awarder date summary", notebook);
  const value = {
    title: lineOf(entry, "title"),
    bodies: body === undefined ? [] : [body],
    date,
    selectivity: share === null ? undefined : Number(share[1]),
  };
  return composePart("awards", value, notebook);
}
