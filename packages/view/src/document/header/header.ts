import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { formatDate } from "../../text/date.ts";
import { unitAndInstitution } from "../../text/institution.ts";
import { joinText } from "../../text/joined.ts";
import { type Span, textSpans } from "../../text/span.ts";
import { type Contact, listContacts } from "./contact.ts";
import { joinInterests } from "./interests.ts";
import { lastUpdated } from "./last-updated.ts";

/** A current position: what it is called, and where. */
export interface HeldPosition {
  title: string;
  organisation: Span[];
}

/** Who the record is about, as it stands at the head of every rendering. */
export interface Header {
  name: string;
  /**
   * Current positions, such as `Royal Society Newton International Fellow, Mathematical Institute,
   * University of Oxford (UK)`, after the headline.
   */
  roles: Span[][];
  /** The same in two parts, for markup that tells them apart. */
  positions: HeldPosition[];
  /** What they are in a few words, where the record says. */
  headline?: string;
  /** City or country, where the record says. */
  place?: string;
  /** Who it is in a sentence or two, where the record says. */
  summary?: string;
  interests: string[];
  /** The interests in one sentence; empty where there are none. */
  interestSentence: Span[];
  contacts: Contact[];
  /**
   * When the record was last known to be true, in words, as precise as is known; undefined where it
   * holds no such date.
   */
  updated?: string;
}

/** @param today `YYYY-MM-DD`; see `lastUpdated` */
export function composeHeader(cv: Cv, words: Words, today?: string): Header {
  const updated = lastUpdated(cv, today);
  const current = cv.positions.filter(({ period }) => period.end === "present");
  const { headline, place, summary } = cv.profile;
  return {
    name: cv.profile.name,
    roles: [
      ...(headline === undefined ? [] : [textSpans(headline)]),
      ...current.map(({ title, institution }) =>
        textSpans(joinText([title, unitAndInstitution(institution, words)])),
      ),
    ],
    positions: current.map(({ title, institution }) => ({
      title,
      organisation: textSpans(unitAndInstitution(institution, words)),
    })),
    ...(headline === undefined ? {} : { headline }),
    ...(place === undefined ? {} : { place }),
    ...(summary === undefined ? {} : { summary }),
    interests: cv.profile.interests,
    interestSentence: joinInterests(cv.profile.interests),
    contacts: listContacts(cv, words),
    ...(updated === undefined ? {} : { updated: formatDate(updated, words) }),
  };
}
