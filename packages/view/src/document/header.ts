import type { Cv } from "@triptych/schema";
import { institutionText } from "../text/institution.ts";
import { lastUpdated } from "./last-updated.ts";
import { formatDate } from "../text/date.ts";
import type { Span } from "../text/span.ts";
import { SITE_NAMES } from "../works/wording.ts";

export interface Contact {
  kind: "email" | "phone" | "orcid" | "profile";
  span: Span;
}

/** A current position: what it is called, and where. */
export interface HeldPosition {
  title: string;
  organisation: string;
}

/** Who the record is about, as it stands at the head of every rendering. */
export interface Header {
  name: string;
  /**
   * Current positions, such as `Royal Society Newton International Fellow, Mathematical Institute,
   * University of Oxford (UK)`, after the headline.
   */
  roles: string[];
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
  interestSentence: string;
  contacts: Contact[];
  /**
   * When the record was last known to be true, in words, as precise as is known; undefined where it
   * holds no such date.
   */
  updated?: string;
}

function currentPositions(cv: Cv): HeldPosition[] {
  return cv.positions
    .filter((position) => position.period.end === "present")
    .map(({ title, institution }) => ({
      title,
      organisation: [institution.unit, institutionText(institution)]
        .filter((part) => part !== undefined)
        .join(", "),
    }));
}

function contacts(cv: Cv): Contact[] {
  const { emails, phone, orcid, links } = cv.profile;
  return [
    ...emails.map((email): Contact => ({
      kind: "email",
      span: { text: email, href: `mailto:${email}` },
    })),
    ...(phone === undefined
      ? []
      : [
          {
            kind: "phone" as const,
            span: { text: phone, href: `tel:${phone.replaceAll(/[^\d+]/g, "")}` },
          },
        ]),
    ...(orcid === undefined
      ? []
      : [
          {
            kind: "orcid" as const,
            span: { text: `ORCID ${orcid}`, href: `https://orcid.org/${orcid}` },
          },
        ]),
    ...links.map((link): Contact => ({
      kind: "profile",
      span: { text: SITE_NAMES[link.site], href: link.url },
    })),
  ];
}

/**
 * `Low dimensionality in Machine Learning; efficient training; Large Language Models.` What follows
 * a semicolon begins small unless it is a name.
 */
function joinInterests(interests: readonly string[]): string {
  if (interests.length === 0) return "";
  const parts = interests.map((interest, index) =>
    index > 0 && /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(interest)
      ? interest.charAt(0).toLowerCase() + interest.slice(1)
      : interest,
  );
  return `${parts.join("; ")}.`;
}

export function composeHeader(cv: Cv): Header {
  const updated = lastUpdated(cv);
  const positions = currentPositions(cv);
  const { headline, place, summary } = cv.profile;
  return {
    name: cv.profile.name,
    roles: [
      ...(headline === undefined ? [] : [headline]),
      ...positions.map(({ title, organisation }) => `${title}, ${organisation}`),
    ],
    positions,
    ...(headline === undefined ? {} : { headline }),
    ...(place === undefined ? {} : { place }),
    ...(summary === undefined ? {} : { summary }),
    interests: cv.profile.interests,
    interestSentence: joinInterests(cv.profile.interests),
    contacts: contacts(cv),
    ...(updated === undefined ? {} : { updated: formatDate(updated) }),
  };
}
