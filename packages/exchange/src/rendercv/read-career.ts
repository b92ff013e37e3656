import { readLiteralName } from "../found/author-mark.ts";
import { fitPublication } from "../found/resume-publication.ts";
import type { Finding, Notebook, Part } from "../found/finding.ts";
import { composeDegree, composePart } from "../found/part.ts";
import { dropLines, readInstitution, readTitledName } from "../found/resume-part.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";

export function readEducation(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const { of, rest } = entry.highlights("Department", "Distinction", "Supervisor");
  dropLines("highlights", rest, notebook);
  return composeDegree(
    {
      degree: entry.line("degree"),
      area: entry.line("area"),
      institution: readInstitution(entry.line("institution"), {
        unit: of("Department")[0],
        place: entry.line("location"),
      }),
      period: entry.period(),
      distinction: of("Distinction")[0],
      supervisors: of("Supervisor").map(readTitledName),
    },
    "degree",
    notebook,
  );
}

export function readExperience(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const { of, rest } = entry.highlights("Department", "Host", "Supervisor");
  const summary = entry.line("summary");
  if (summary !== undefined)
    notebook.guess("summary", "it was entered as the first of the highlights");
  const value = {
    title: entry.line("position"),
    institution: readInstitution(entry.line("company"), {
      unit: of("Department")[0],
      place: entry.line("location"),
    }),
    period: entry.period(),
    hosts: of("Host").map(readTitledName),
    supervisors: of("Supervisor").map(readTitledName),
    highlights: summary === undefined ? rest : [summary, ...rest],
  };
  return composePart("positions", value, notebook);
}

export function readAward(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const body = entry.summaryAs("who gave it");
  const value = {
    title: entry.line("name"),
    bodies: body === undefined ? [] : [body],
    place: entry.line("location"),
    date: entry.day(),
  };
  return composePart("awards", value, notebook);
}

/** `Fund; EUR 5000; pi; declined`: what gave it comes first, the others are known by their form. */
export function readGrant(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [funder = "", ...facts] = (entry.line("summary") ?? "").split("; ");
  const { of, rest } = entry.highlights("With");
  const [, currency, amount] =
    facts
      .map((fact) => /^([A-Z]{3}) (\d+(?:\.\d+)?)$/.exec(fact))
      .find((found) => found !== null) ?? [];
  dropLines("highlights", rest, notebook);
  const value = {
    title: entry.line("name"),
    funders: funder === "" ? [] : [funder],
    amount: currency === undefined ? undefined : { value: Number(amount), currency },
    period: entry.period(),
    role: facts.find((fact) => /^(?:pi|co-pi|co-investigator|collaborator)$/.test(fact)),
    coInvestigators: of("With").map(readTitledName),
    declined: facts.includes("declined") ? true : undefined,
  };
  const needs = "a grant needs a title, a date, and a summary that names who gave it";
  return composePart("grants", value, notebook, needs);
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
