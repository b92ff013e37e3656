import type { ListId } from "@triptych/schema";
import type { Notebook } from "../found/finding.ts";
import { composeDate } from "../found/foreign-date.ts";
import { type Json, listOf } from "../text/json-text.ts";
import { withoutEmpty } from "../found/part.ts";
import { lineOf, readInstitution, readPeriod } from "../found/resume-part.ts";

export function readOrcidDate(entry: Json, key: string): string | undefined {
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    lineOf(entry, key, part, "value"),
  );
  return year === undefined
    ? undefined
    : composeDate(
        year,
        month === undefined ? undefined : Number(month),
        day === undefined ? undefined : Number(day),
      );
}

/** What an activity says that its list has no field for. */
function dropFields(
  entry: Json,
  fields: readonly ("department-name" | "url")[],
  notebook: Notebook,
): void {
  for (const field of fields) {
    const text = lineOf(entry, ...(field === "url" ? ["url", "value"] : [field]));
    if (text !== undefined) notebook.drop(field, `“${text}”`);
  }
}

const placeOf = (entry: Json) =>
  ["city", "region", "country"]
    .map((part) => lineOf(entry, "organization", "address", part))
    .filter((part) => part !== undefined)
    .join(", ");

function readAffiliation(
  list: "education" | "positions",
  entry: Json,
  notebook: Notebook,
): Record<string, unknown> | undefined {
  const title = lineOf(entry, "role-title");
  const place = placeOf(entry);
  const institution = readInstitution(lineOf(entry, "organization", "name"), {
    unit: lineOf(entry, "department-name"),
    place: place === "" ? undefined : place,
  });
  const period = readPeriod(
    readOrcidDate(entry, "start-date"),
    readOrcidDate(entry, "end-date"),
    true,
    notebook,
  );
  if (title === undefined || institution === undefined || period === undefined) {
    return notebook.leaveOut(
      `${list === "education" ? "a degree needs a name" : "a position needs a title"}, an institution and a date`,
    );
  }
  dropFields(entry, ["url"], notebook);
  return list === "education"
    ? { degree: title, institution, period }
    : { title, institution, period };
}

function readDistinction(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [title, body, date] = [
    lineOf(entry, "role-title"),
    lineOf(entry, "organization", "name"),
    readOrcidDate(entry, "start-date"),
  ];
  if (title === undefined || date === undefined)
    return notebook.leaveOut("an award needs a title and a date");
  dropFields(entry, ["department-name"], notebook);
  return withoutEmpty({
    title,
    bodies: body === undefined ? [] : [body],
    date,
    url: lineOf(entry, "url", "value"),
  });
}

/** ORCID names amounts in full records only, and never the role; what is not known is left out. */
function readFunding(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [title, funder] = [
    lineOf(entry, "title", "title", "value"),
    lineOf(entry, "organization", "name"),
  ];
  const [value, currency] = [
    lineOf(entry, "amount", "value"),
    lineOf(entry, "amount", "currency-code"),
  ];
  const period = readPeriod(
    readOrcidDate(entry, "start-date"),
    readOrcidDate(entry, "end-date"),
    false,
    notebook,
  );
  const amount = Number(value?.replaceAll(/[,\s]/g, ""));
  const isKnown = value !== undefined && currency !== undefined && Number.isFinite(amount);
  if (title === undefined || funder === undefined || period === undefined)
    return notebook.leaveOut("a grant needs a title, a funder and a date");
  for (const id of listOf(entry, "external-ids", "external-id")) {
    const number = lineOf(id, "external-id-value");
    if (number !== undefined)
      notebook.drop("external-ids", `“${number}”: a grant has no place for its number`);
  }
  return withoutEmpty({
    title,
    funders: [funder],
    amount: isKnown ? { value: amount, currency } : undefined,
    period,
    url: lineOf(entry, "url", "value"),
  });
}

function readPeerReview(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [venue, date, role] = [
    lineOf(entry, "convening-organization", "name"),
    readOrcidDate(entry, "completion-date"),
    lineOf(entry, "reviewer-role"),
  ];
  if (venue === undefined || date === undefined)
    return notebook.leaveOut("service needs a venue and a year");
  notebook.guess(
    "venues",
    `“${venue}” convened the review; the name of the journal is not in the record`,
  );
  return {
    year: date.slice(0, 4),
    kind: REVIEW_ROLES.get(role ?? "") ?? "journal-reviewer",
    venues: [venue],
  };
}

const REVIEW_ROLES = new Map([
  ["editor", "editor"],
  ["chair", "area-chair"],
]);

/**
 * Memberships, and what ORCID calls service: work for a body over years, such as in a committee.
 */
function readMembership(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [body, title, url] = [
    lineOf(entry, "organization", "name"),
    lineOf(entry, "role-title"),
    lineOf(entry, "url", "value"),
  ];
  const period = readPeriod(
    readOrcidDate(entry, "start-date"),
    readOrcidDate(entry, "end-date"),
    true,
    notebook,
  );
  dropFields(entry, ["department-name"], notebook);
  if (body === undefined || period === undefined)
    return notebook.leaveOut("a membership needs a body and a date");
  return withoutEmpty({
    body,
    role: /^member$/i.test(title ?? "") ? undefined : title,
    period,
    url,
  });
}

function readQualification(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [title, body, url] = [
    lineOf(entry, "role-title"),
    lineOf(entry, "organization", "name"),
    lineOf(entry, "url", "value"),
  ];
  const [start, end] = [readOrcidDate(entry, "start-date"), readOrcidDate(entry, "end-date")];
  const date = end ?? start;
  if (title === undefined || date === undefined)
    return notebook.leaveOut("a certificate needs a name and a date");
  dropFields(entry, ["department-name"], notebook);
  if (end !== undefined && start !== undefined)
    notebook.guess("date", `it began in ${start}; a certificate has the day it was given`);
  return withoutEmpty({ title, body, date, url });
}

/** A lecture among the works; who invited stands where a journal would. */
export function readLecture(entry: Json, notebook: Notebook): Record<string, unknown> | undefined {
  const [title, host] = [
    lineOf(entry, "title", "title", "value"),
    lineOf(entry, "journal-title", "value"),
  ];
  const date = readOrcidDate(entry, "publication-date");
  if (title === undefined || date === undefined)
    return notebook.leaveOut("a talk needs a title and a date");
  return withoutEmpty({ title, host, date, url: lineOf(entry, "url", "value") });
}

interface ActivityList {
  list: ListId;
  groups: string[];
  summary: string;
  read: (entry: Json, notebook: Notebook) => Record<string, unknown> | undefined;
}

/** Affiliations of all kinds lie in groups of summaries of one shape. */
const affiliations = (list: ListId, summary: string, read: ActivityList["read"]): ActivityList => ({
  list,
  groups: ["affiliation-group", "summaries"],
  summary: `${summary}-summary`,
  read,
});

/** The lists of a record, by their names in it. */
export const ACTIVITIES: Record<string, ActivityList> = {
  educations: affiliations("education", "education", (entry, notebook) =>
    readAffiliation("education", entry, notebook),
  ),
  employments: affiliations("positions", "employment", (entry, notebook) =>
    readAffiliation("positions", entry, notebook),
  ),
  "invited-positions": affiliations("positions", "invited-position", (entry, notebook) =>
    readAffiliation("positions", entry, notebook),
  ),
  distinctions: affiliations("awards", "distinction", readDistinction),
  memberships: affiliations("memberships", "membership", readMembership),
  services: affiliations("memberships", "service", readMembership),
  qualifications: affiliations("certificates", "qualification", readQualification),
  fundings: {
    list: "grants",
    groups: ["group", "funding-summary"],
    summary: "",
    read: readFunding,
  },
  "peer-reviews": {
    list: "service",
    groups: ["group", "peer-review-group", "peer-review-summary"],
    summary: "",
    read: readPeerReview,
  },
};
