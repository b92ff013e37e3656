import type { Award, Cv, Education, Grant, Institution, Position } from "@triptych/schema";
import { titledNames } from "../../works/author-list.ts";
import {
  type DraftEntry,
  itemLine,
  labelledLine,
  textLine,
  titleLine,
  withoutEmpty,
} from "../draft-entry.ts";
import type { Directory } from "../../text/directory.ts";
import { institutionText } from "../../text/institution.ts";
import { formatMoney } from "../../text/money.ts";
import { formatDate, formatPeriod } from "../../text/date.ts";
import { ofDate, ofPeriod } from "../selection.ts";
import type { Span } from "../../text/span.ts";
import { highlightLines } from "./practice.ts";

const ROLE_NAMES = {
  pi: "Principal investigator",
  "co-pi": "Co-principal investigator",
  "co-investigator": "Co-investigator",
  collaborator: "Collaborator",
} as const satisfies Record<NonNullable<Grant["role"]>, string>;

function unitAndName(institution: Institution): string {
  return [institution.unit, institutionText(institution)]
    .filter((part) => part !== undefined)
    .join(", ");
}

export function educationEntries(cv: Cv, directory: Directory): DraftEntry[] {
  return cv.education.map((education: Education) => ({
    key: `${education.degree}-${education.institution.name}`,
    rail: formatPeriod(education.period),
    days: ofPeriod(education.period),
    lines: withoutEmpty([
      titleLine(
        [education.degree, education.field].filter((part) => part !== undefined).join(", "),
        undefined,
      ),
      textLine("detail", [unitAndName(education.institution)]),
      textLine("detail", [education.distinction]),
      labelledLine("detail", "Supervisors", titledNames(education.supervisors, directory)),
    ]),
  }));
}

export function positionEntries(cv: Cv, directory: Directory): DraftEntry[] {
  return cv.positions.map((position: Position) => ({
    key: `${position.title}-${position.institution.name}`,
    rail: formatPeriod(position.period),
    days: ofPeriod(position.period),
    lines: withoutEmpty([
      titleLine(position.title, undefined),
      textLine("detail", [unitAndName(position.institution)]),
      labelledLine(
        "detail",
        position.hosts.length === 1 ? "Host" : "Hosts",
        titledNames(position.hosts, directory),
      ),
      labelledLine(
        "detail",
        position.supervisors.length === 1 ? "Supervisor" : "Supervisors",
        titledNames(position.supervisors, directory),
      ),
      ...highlightLines(position.highlights),
    ]),
  }));
}

export function awardEntries(cv: Cv): DraftEntry[] {
  return cv.awards.map((award: Award) => ({
    key: `${award.title}-${award.date}`,
    rail: formatDate(award.date),
    days: ofDate(award.date),
    lines: [
      itemLine({ text: award.title, url: award.url }, [
        award.bodies.join(" & "),
        award.place,
        award.selectivity === undefined ? undefined : `awarded to ${award.selectivity}%`,
      ]),
    ],
  }));
}

function amountText({ amount, equivalent }: Grant): string | undefined {
  const [first, second] = [amount, equivalent]
    .filter((money) => money !== undefined)
    .map(formatMoney);
  return second === undefined ? first : `${first} (${second})`;
}

/** `Principal investigator, with A, B`; `With A, B` where the role is not known. */
function roleSpans({ role }: Grant, partners: readonly Span[]): Span[] {
  const name = role === undefined ? [] : [{ text: ROLE_NAMES[role] }];
  return partners.length === 0
    ? name
    : [...name, { text: role === undefined ? "With " : ", with " }, ...partners];
}

export function grantEntries(cv: Cv, directory: Directory): DraftEntry[] {
  return cv.grants.map((grant: Grant) => {
    const partners = titledNames(grant.coInvestigators, directory);
    return {
      key: `${grant.title}-${grant.period.start}`,
      rail: formatPeriod(grant.period),
      days: ofPeriod(grant.period),
      lines: withoutEmpty([
        titleLine(grant.declined ? `${grant.title} (declined)` : grant.title, grant.url),
        textLine("detail", [grant.funders.join(" & "), amountText(grant)]),
        { role: "detail", spans: roleSpans(grant, partners) },
      ]),
    };
  });
}
