import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { dropLines, readTitledName } from "../found/resume-part.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";

export function readTalk(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const summary = entry.summaryAs("series and host");
  const { of, rest } = entry.highlights("Organiser");
  const parts = summary?.split(", ") ?? [];
  const [series, host] =
    parts.length > 1 ? [parts[0], parts.slice(1).join(", ")] : [undefined, summary];
  dropLines("highlights", rest, notebook);
  const value = {
    title: entry.line("name"),
    series,
    host,
    organisers: of("Organiser").map(readTitledName),
    place: entry.line("location"),
    date: entry.day(),
  };
  return composePart("talks", value, notebook);
}

export function readCourse(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [name, summary] = [entry.line("name"), entry.line("summary")];
  const [, code, title] = /^((?=\S*\d)[A-Z][A-Z\d.-]+) (.+)$/.exec(name ?? "") ?? [];
  const audience = /^for (.+)$/.exec(summary ?? "")?.[1];
  if (audience === undefined) dropLines("summary", [summary], notebook);
  const value = {
    title: title ?? name,
    code,
    audience,
    institution: entry.line("location"),
    date: entry.day(),
  };
  const needs = "a course needs a title, a date, and a location that names the institution";
  return composePart("courses", value, notebook, needs);
}

export function readTutorial(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const { of, rest } = entry.highlights("Role", "Minutes");
  const [roles, minutes] = [of("Role")[0]?.split(", "), Number(of("Minutes")[0])];
  if (roles === undefined)
    notebook.guess("roles", "nothing says in which role; it was entered as presented");
  const [description, ...more] = rest;
  dropLines("highlights", more, notebook);
  const value = {
    title: entry.line("name"),
    event: entry.summaryAs("the event"),
    place: entry.line("location"),
    date: entry.day(),
    roles: roles ?? ["presenter"],
    minutes: Number.isInteger(minutes) ? minutes : undefined,
    description,
  };
  const needs = "a tutorial needs a title, a date, and a summary that names the event";
  return composePart("tutorials", value, notebook, needs);
}

const LEVELS: readonly [RegExp, string][] = [
  [/^(?:phd|ph\.d\.?|doctora)/i, "phd"],
  [/^(?:master|m\.?sc|m\.?a\b)/i, "master"],
  [/^(?:undergraduate|bachelor|b\.?sc|b\.?a\b)/i, "undergraduate"],
];

export function readMentee(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const summary = entry.line("summary") ?? "";
  const { of, rest } = entry.highlights("Role", "Programme", "Outcome");
  dropLines("highlights", rest, notebook);
  const value = {
    names: entry
      .line("name")
      ?.split(/\s*,\s*/)
      .map(readTitledName),
    level: LEVELS.find(([pattern]) => pattern.test(summary))?.[1],
    role: of("Role")[0],
    programme: of("Programme")[0],
    institution: entry.line("location"),
    period: entry.period(),
    outcome: of("Outcome")[0],
  };
  const needs =
    "students need names, a date, a location that names the institution, and a summary such " +
    "as PhD or Master";
  return composePart("mentees", value, notebook, needs);
}

const ORGANISED = /^(?:conference|competition|tutorial|meetup|panel)$/;

/**
 * `Hat Days, panel`: the event and what it was, where the entry has a title of its own; without a
 * kind, what was done there.
 */
export function readOrganisation(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const name = entry.line("name");
  const parts = (entry.line("summary") ?? "").split(", ").filter((part) => part !== "");
  const kind = parts.find((part) => ORGANISED.test(part));
  const others = parts.filter((part) => part !== kind).join(", ");
  const { of, rest } = entry.highlights("Role");
  dropLines("highlights", rest, notebook);
  if (kind === undefined) notebook.guess("kind", "the event was taken for a conference");
  const event = kind === undefined ? "" : others;
  const value = {
    kind: kind ?? "conference",
    event: event === "" ? name : event,
    title: event === "" ? undefined : name,
    role: of("Role")[0] ?? (kind === undefined ? others : undefined),
    place: entry.line("location"),
    date: entry.day(),
  };
  return composePart("organisation", value, notebook);
}

export function readMedia(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const outlet = entry.summaryAs("the outlet");
  const value = { title: entry.line("name"), outlet, date: entry.day() };
  const needs = "coverage needs a title, a date, and a summary that names the outlet";
  return composePart("media", value, notebook, needs);
}
