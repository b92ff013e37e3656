import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { dropLines, readTitledName } from "../found/resume-part.ts";
import type { RenderCvEntry } from "./rendercv-entry.ts";

/** `solo, curator` at `House, Town`. */
export function readExhibition(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [institution = "", ...place] = (entry.line("location") ?? "").split(", ");
  const facts = (entry.line("summary") ?? "").split(", ");
  const { of, rest } = entry.highlights("With");
  dropLines("highlights", rest, notebook);
  const form = facts.find((fact) => fact === "solo" || fact === "group");
  const role = facts.includes("curator") ? "curator" : "artist";
  const others = facts.filter((fact) => fact !== form && fact !== role);
  dropLines("summary", others, notebook);
  const value = {
    title: entry.line("name"),
    form,
    role,
    institution,
    place: place.join(", "),
    period: entry.period(),
    partners: of("With").map(readTitledName),
  };
  const needs = "an exhibition needs a title, a date, and a location that names the house";
  return composePart("exhibitions", value, notebook, needs);
}

export function readProject(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const { of, rest } = entry.highlights("Role", "Organisation");
  const value = {
    title: entry.line("name"),
    role: of("Role")[0],
    organisation: of("Organisation")[0],
    period: entry.period(),
    description: entry.line("summary"),
    highlights: rest,
  };
  return composePart("projects", value, notebook);
}

export function readConsulting(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const [description, ...more] = entry.highlights().rest;
  dropLines("highlights", more, notebook);
  const value = {
    client: entry.line("name"),
    title: entry.line("summary"),
    place: entry.line("location"),
    period: entry.period(),
    description,
  };
  return composePart("consulting", value, notebook);
}

export function readCertificate(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const body = entry.summaryAs("who issued it");
  return composePart(
    "certificates",
    { title: entry.line("name"), body, date: entry.day() },
    notebook,
  );
}

export function readMembership(entry: RenderCvEntry, notebook: Notebook): Part | undefined {
  const value = { body: entry.line("name"), role: entry.line("summary"), period: entry.period() };
  return composePart("memberships", value, notebook);
}
