import type { Notebook, Part } from "../found/finding.ts";
import { composePart } from "../found/part.ts";
import { lineOf } from "../found/resume-part.ts";
import { type Json, listOf } from "../text/json-text.ts";
import {
  readDegree,
  readDistinction,
  readMembership,
  readPosition,
  readQualification,
} from "./orcid-affiliation.ts";
import { readOrcidDate, readOrcidPeriod } from "./orcid-date.ts";

/** ORCID names amounts in full records only, and never the role; what is not known is left out. */
function readFunding(entry: Json, notebook: Notebook): Part | undefined {
  const funder = lineOf(entry, "organization", "name");
  const [text, currency] = [
    lineOf(entry, "amount", "value"),
    lineOf(entry, "amount", "currency-code"),
  ];
  const amount = Number(text?.replaceAll(/[,\s]/g, ""));
  const isKnown = text !== undefined && currency !== undefined && Number.isFinite(amount);
  for (const id of listOf(entry, "external-ids", "external-id")) {
    const number = lineOf(id, "external-id-value");
    if (number !== undefined)
      notebook.drop("external-ids", `“${number}”: a grant has no place for its number`);
  }
  const value = {
    title: lineOf(entry, "title", "title", "value"),
    funders: funder === undefined ? [] : [funder],
    amount: isKnown ? { value: amount, currency } : undefined,
    period: readOrcidPeriod(entry, false, notebook),
    url: lineOf(entry, "url", "value"),
  };
  return composePart("grants", value, notebook);
}

const REVIEW_ROLES = new Map([
  ["editor", "editor"],
  ["chair", "area-chair"],
]);

function readPeerReview(entry: Json, notebook: Notebook): Part | undefined {
  const venue = lineOf(entry, "convening-organization", "name");
  const part = composePart(
    "service",
    {
      year: readOrcidDate(entry, "completion-date")?.slice(0, 4),
      kind: REVIEW_ROLES.get(lineOf(entry, "reviewer-role") ?? "") ?? "journal-reviewer",
      venues: venue === undefined ? [] : [venue],
    },
    notebook,
  );
  if (part !== undefined)
    notebook.guess(
      "venues",
      `“${venue ?? ""}” convened the review; the name of the journal is not in the record`,
    );
  return part;
}

/** A lecture among the works; who invited stands where a journal would. */
export function readLecture(entry: Json, notebook: Notebook): Part | undefined {
  const value = {
    title: lineOf(entry, "title", "title", "value"),
    host: lineOf(entry, "journal-title", "value"),
    date: readOrcidDate(entry, "publication-date"),
    url: lineOf(entry, "url", "value"),
  };
  return composePart("talks", value, notebook);
}

interface ActivityList {
  /** The way from the list to its entries. */
  groups: string[];
  /** The key under which an entry holds what it says, where it is not the entry itself. */
  summary?: string;
  read: (entry: Json, notebook: Notebook) => Part | undefined;
}

/** Affiliations of all kinds lie in groups of summaries of one shape. */
const affiliations = (name: string, read: ActivityList["read"]): ActivityList => ({
  groups: ["affiliation-group", "summaries"],
  summary: `${name}-summary`,
  read,
});

/** The lists of a record, by their names in it. */
export const ACTIVITIES: Record<string, ActivityList> = {
  educations: affiliations("education", readDegree),
  employments: affiliations("employment", readPosition),
  "invited-positions": affiliations("invited-position", readPosition),
  distinctions: affiliations("distinction", readDistinction),
  memberships: affiliations("membership", readMembership),
  services: affiliations("service", readMembership),
  qualifications: affiliations("qualification", readQualification),
  fundings: { groups: ["group", "funding-summary"], read: readFunding },
  "peer-reviews": {
    groups: ["group", "peer-review-group", "peer-review-summary"],
    read: readPeerReview,
  },
};
