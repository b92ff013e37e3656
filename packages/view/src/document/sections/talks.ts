import { formatDate } from "../../text/date.ts";
import { type DraftEntry, itemLine, peopleSpans } from "./draft-entry.ts";
import { ofDate } from "../selection/day-range.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

export function talkEntries({ cv, directory, words }: Source): DraftEntry[] {
  return cv.talks.map(({ title, series, host, place, date, url, organisers }) => {
    const [head = "", ...rest] = [title, series, host].filter((part) => part !== undefined);
    return {
      key: `${series ?? host ?? title ?? ""}-${date}`,
      rail: formatDate(date, words),
      days: ofDate(date),
      lines: [
        itemLine(
          { text: head, url },
          [...rest, place],
          peopleSpans(organisers, directory, words.document.organisers),
        ),
      ],
    };
  });
}

export function mediaEntries({ cv, words }: Source): DraftEntry[] {
  return cv.media.map(({ outlet, title, date, url }) => ({
    key: `media-${outlet}-${date}`,
    rail: formatDate(date, words),
    days: ofDate(date),
    lines: [itemLine({ text: title, url }, [outlet])],
  }));
}

/** The sections whose entries are written here. */
export const TALKS = {
  talks: ungrouped(talkEntries),
  media: ungrouped(mediaEntries),
};
