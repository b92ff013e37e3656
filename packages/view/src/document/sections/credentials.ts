import { formatDate, formatPeriod } from "../../text/date.ts";
import { type DraftEntry, itemLine } from "./draft-entry.ts";
import { ofDate, ofPeriod } from "../selection/day-range.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

function certificateEntries({ cv, words }: Source): DraftEntry[] {
  return cv.certificates.map(({ title, body, date, expires, url }) => ({
    key: `certificate-${title}-${date}`,
    rail: formatDate(date, words),
    days: ofDate(date),
    lines: [
      itemLine({ text: title, url }, [
        body,
        expires === undefined
          ? undefined
          : words.document.validUntil({ date: formatDate(expires, words) }),
      ]),
    ],
  }));
}

function membershipEntries({ cv, words }: Source): DraftEntry[] {
  return cv.memberships.map(({ body, role, period, url }) => ({
    key: `membership-${body}-${period.start}`,
    rail: formatPeriod(period, words),
    days: ofPeriod(period),
    lines: [itemLine({ text: body, url }, [role])],
  }));
}

/** The sections whose entries are written here. */
export const CREDENTIALS = {
  certificates: ungrouped(certificateEntries),
  memberships: ungrouped(membershipEntries),
};
