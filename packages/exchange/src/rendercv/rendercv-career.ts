import { readLiteralName } from "../found/author-mark.ts";
import type { Finding, Notebook, Part } from "../found/finding.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";
import { readInstitution, readTitledName, withoutEmpty } from "../found/resume-part.ts";
import { fitPublication } from "../found/resume-publication.ts";

export function readEducation(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [degree, area] = [entry.line("degree"), entry.line("area")];
  const { of, rest } = entry.highlights("Department", "Distinction", "Supervisor");
  const institution = readInstitution(entry.line("institution"), {
    unit: of("Department")[0],
    place: entry.line("location"),
  });
  const period = entry.period();
  for (const line of rest) notebook.drop("highlights", `“${line.slice(0, 60)}”`);
  if (degree === undefined && area !== undefined)
    notebook.guess("degree", "no degree is named; the subject stands for it");
  if ((degree ?? area) === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a degree needs a name, an institution and a date");
  return {
    list: "education",
    value: withoutEmpty({
      degree: degree ?? area,
      field: degree === undefined ? undefined : area,
      institution,
      period,
      distinction: of("Distinction")[0],
      supervisors: of("Supervisor").map(readTitledName),
    }),
  };
}

export function readExperience(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const title = entry.line("position");
  const { of, rest } = entry.highlights("Department", "Host", "Supervisor");
  const institution = readInstitution(entry.line("company"), {
    unit: of("Department")[0],
    place: entry.line("location"),
  });
  const period = entry.period();
  const summary = entry.line("summary");
  if (summary !== undefined)
    notebook.guess("summary", "it was entered as the first of the highlights");
  if (title === undefined || institution === undefined || period === undefined)
    return notebook.leaveOut("a position needs a title, an institution and a date");
  return {
    list: "positions",
    value: withoutEmpty({
      title,
      institution,
      period,
      hosts: of("Host").map(readTitledName),
      supervisors: of("Supervisor").map(readTitledName),
      highlights: summary === undefined ? rest : [summary, ...rest],
    }),
  };
}

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
