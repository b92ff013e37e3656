import type { Grant } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { formatDate, formatPeriod } from "../../text/date.ts";
import { joinText } from "../../text/joined.ts";
import type { Span } from "../../text/span.ts";
import {
  type DraftEntry,
  itemLine,
  peopleSpans,
  textLine,
  titleLine,
  withoutEmpty,
} from "./draft-entry.ts";
import { ofDate, ofPeriod } from "../selection/day-range.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

export function awardEntries({ cv, words }: Source): DraftEntry[] {
  return cv.awards.map(({ title, date, url, bodies, place, selectivity }) => ({
    key: `${title}-${date}`,
    rail: formatDate(date, words),
    days: ofDate(date),
    lines: [
      itemLine({ text: title, url }, [
        joinText(bodies, " & "),
        place,
        selectivity === undefined ? undefined : words.document.awardedTo({ percent: selectivity }),
      ]),
    ],
  }));
}

function amountText({ amount, equivalent }: Grant, words: Words): string | undefined {
  const [first, second] = [amount, equivalent]
    .filter((money) => money !== undefined)
    .map(words.text.money);
  return second === undefined ? first : `${first} (${second})`;
}

/** `Principal investigator, with A, B`; `With A, B` where the role is not known. */
function roleSpans({ role, coInvestigators }: Grant, { directory, words }: Source): Span[] {
  const { withPeople, roleWithPeople } = words.document;
  if (role === undefined) return peopleSpans(coInvestigators, directory, withPeople);
  const name = words.record.grantRoles[role];
  return coInvestigators.length === 0
    ? [{ text: name }]
    : peopleSpans(coInvestigators, directory, ({ names }) => roleWithPeople({ role: name, names }));
}

function grantEntries(source: Source): DraftEntry[] {
  const { cv, words } = source;
  return cv.grants.map((grant) => ({
    key: `${grant.title}-${grant.period.start}`,
    rail: formatPeriod(grant.period, words),
    days: ofPeriod(grant.period),
    lines: withoutEmpty([
      titleLine(grant.declined ? words.document.declined(grant) : grant.title, grant.url),
      textLine("detail", [joinText(grant.funders, " & "), amountText(grant, words)]),
      { role: "detail", spans: roleSpans(grant, source) },
    ]),
  }));
}

/** The sections whose entries are written here. */
export const FUNDING = {
  awards: ungrouped(awardEntries),
  grants: ungrouped(grantEntries),
};
