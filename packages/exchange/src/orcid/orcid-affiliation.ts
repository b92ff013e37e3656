import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { dropLines, lineOf, readInstitution } from "../found/resume-part.ts";
import type { Json } from "../text/json-text.ts";
import { readOrcidDate, readOrcidPeriod } from "./orcid-date.ts";

/** What all affiliations are made of; what it is called is the role, who held it the body. */
const readFields = (entry: Json) => ({
  title: lineOf(entry, "role-title"),
  body: lineOf(entry, "organization", "name"),
  unit: lineOf(entry, "department-name"),
  url: lineOf(entry, "url", "value"),
});

function readPlace(entry: Json): string | undefined {
  const parts = ["city", "region", "country"].flatMap(
    (part) => lineOf(entry, "organization", "address", part) ?? [],
  );
  return parts.length === 0 ? undefined : parts.join(", ");
}

const readAffiliation =
  (list: "education" | "positions") =>
  (entry: Json, notebook: Notebook): Part | undefined => {
    const { title, body, unit, url } = readFields(entry);
    dropLines("url", [url], notebook);
    const institution = readInstitution(body, { unit, place: readPlace(entry) });
    const period = readOrcidPeriod(entry, true, notebook);
    const named = list === "education" ? { degree: title } : { title };
    return composePart(list, { ...named, institution, period }, notebook);
  };

export const readDegree = readAffiliation("education");
export const readPosition = readAffiliation("positions");

export function readDistinction(entry: Json, notebook: Notebook): Part | undefined {
  const { title, body, unit, url } = readFields(entry);
  dropLines("department-name", [unit], notebook);
  const bodies = body === undefined ? [] : [body];
  return composePart(
    "awards",
    { title, bodies, date: readOrcidDate(entry, "start-date"), url },
    notebook,
  );
}

/**
 * Memberships, and what ORCID calls service: work for a body over years, such as in a committee.
 */
export function readMembership(entry: Json, notebook: Notebook): Part | undefined {
  const { title, body, unit, url } = readFields(entry);
  dropLines("department-name", [unit], notebook);
  const role = /^member$/i.test(title ?? "") ? undefined : title;
  const period = readOrcidPeriod(entry, true, notebook);
  return composePart("memberships", { body, role, period, url }, notebook);
}

export function readQualification(entry: Json, notebook: Notebook): Part | undefined {
  const { title, body, unit, url } = readFields(entry);
  dropLines("department-name", [unit], notebook);
  const [start, end] = [readOrcidDate(entry, "start-date"), readOrcidDate(entry, "end-date")];
  if (end !== undefined && start !== undefined)
    notebook.guess("date", `it began in ${start}; a certificate has the day it was given`);
  return composePart("certificates", { title, body, date: end ?? start, url }, notebook);
}
