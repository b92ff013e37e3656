import type { ListId } from "@triptych/schema";
import { isEmptyValue } from "../text/json-text.ts";
import type { Notebook, Part } from "./finding.ts";

/**
 * What an entry of a list cannot do without, and how that is said. A list that no format is read
 * into has no row.
 */
const NEEDS: Partial<Record<ListId, { fields: readonly string[]; sentence: string }>> = {
  education: {
    fields: ["degree", "institution", "period"],
    sentence: "a degree needs a name, an institution and a date",
  },
  positions: {
    fields: ["title", "institution", "period"],
    sentence: "a position needs a title, an institution and a date",
  },
  awards: { fields: ["title", "date"], sentence: "an award needs a title and a date" },
  grants: {
    fields: ["title", "funders", "period"],
    sentence: "a grant needs a title, a funder and a date",
  },
  talks: { fields: ["title", "date"], sentence: "a talk needs a title and a date" },
  courses: {
    fields: ["title", "institution", "date"],
    sentence: "a course needs a title, an institution and a date",
  },
  tutorials: {
    fields: ["title", "event", "date"],
    sentence: "a tutorial needs a title, an event and a date",
  },
  mentees: {
    fields: ["names", "level", "institution", "period"],
    sentence: "students need names, a level, an institution and a date",
  },
  service: { fields: ["year", "kind", "venues"], sentence: "service needs a venue and a year" },
  organisation: { fields: ["event", "date"], sentence: "an event needs a name and a date" },
  media: {
    fields: ["title", "outlet", "date"],
    sentence: "coverage needs a title, an outlet and a date",
  },
  exhibitions: {
    fields: ["title", "institution", "period"],
    sentence: "an exhibition needs a title, a house and a date",
  },
  projects: { fields: ["title", "period"], sentence: "a project needs a title and a date" },
  consulting: { fields: ["client", "period"], sentence: "consulting needs a client and a date" },
  certificates: { fields: ["title", "date"], sentence: "a certificate needs a name and a date" },
  memberships: { fields: ["body", "period"], sentence: "a membership needs a body and a date" },
  skills: { fields: ["area"], sentence: "skills need a name" },
  languages: { fields: ["language"], sentence: "a language needs a name" },
  references: { fields: ["name"], sentence: "a reference needs a name" },
};

/** Removes keys without a value, so that lists and texts that are absent stay absent. */
export function withoutEmpty(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, child]) => !isEmptyValue(child)));
}

/**
 * An entry of a list, without keys that have no value. One that lacks what the list needs is left
 * out; `sentence` says so in the terms of the format.
 */
export function composePart(
  list: ListId,
  value: Record<string, unknown>,
  notebook: Notebook,
  sentence?: string,
): Part | undefined {
  const filled = withoutEmpty(value);
  const needs = NEEDS[list];
  return needs === undefined || needs.fields.every((field) => Object.hasOwn(filled, field))
    ? { list, value: filled }
    : notebook.leaveOut(sentence ?? needs.sentence);
}

/** A degree; where none is named the subject stands for it, which is told under `field`. */
export function composeDegree(
  {
    degree,
    area,
    ...rest
  }: Record<"degree" | "area", string | undefined> & Record<string, unknown>,
  field: string,
  notebook: Notebook,
): Part | undefined {
  if (degree === undefined && area !== undefined)
    notebook.guess(field, "no degree is named; the subject stands for it");
  const named = degree === undefined ? { degree: area } : { degree, field: area };
  return composePart("education", { ...named, ...rest }, notebook);
}
