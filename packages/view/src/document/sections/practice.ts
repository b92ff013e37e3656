import type { Cv, Exhibition, Language } from "@triptych/schema";
import { titledNames } from "../../works/author-list.ts";
import type { Directory } from "../../text/directory.ts";
import { type DraftEntry, itemLine, textLine, titleLine, withoutEmpty } from "../draft-entry.ts";
import type { Line } from "../entry.ts";
import { formatDate, formatPeriod } from "../../text/date.ts";
import { ofDate, ofPeriod } from "../selection.ts";

const EXHIBITION_FORMS = {
  solo: "Solo exhibition",
  group: "Group exhibition",
} as const satisfies Record<NonNullable<Exhibition["form"]>, string>;

/** Levels of the Common European Framework as readers know them. */
const LANGUAGE_LEVELS = {
  native: "native",
  c2: "C2",
  c1: "C1",
  b2: "B2",
  b1: "B1",
  a2: "A2",
  a1: "A1",
} as const satisfies Record<NonNullable<Language["level"]>, string>;

/** What was achieved, a line each. */
export function highlightLines(highlights: readonly string[]): Line[] {
  return highlights.map((highlight) => textLine("detail", [highlight]));
}

export function exhibitionEntries(cv: Cv, directory: Directory): DraftEntry[] {
  return cv.exhibitions.map((exhibition) => {
    const { title, form, role, institution, place, period, partners, url } = exhibition;
    const partnerNames = titledNames(partners, directory);
    return {
      key: `exhibition-${title}-${period.start}`,
      rail: formatPeriod(period),
      days: ofPeriod(period),
      lines: [
        itemLine(
          { text: title, url },
          [
            institution,
            place,
            form === undefined ? undefined : EXHIBITION_FORMS[form].toLowerCase(),
            role === "curator" ? "as curator" : undefined,
          ],
          partnerNames.length === 0 ? [] : [{ text: "With " }, ...partnerNames],
        ),
      ],
    };
  });
}

export function projectEntries(cv: Cv): DraftEntry[] {
  return cv.projects.map(({ title, role, organisation, period, description, highlights, url }) => ({
    key: `project-${title}`,
    rail: formatPeriod(period),
    days: ofPeriod(period),
    lines: withoutEmpty([
      titleLine(title, url),
      textLine("detail", [role, organisation]),
      textLine("detail", [description]),
      ...highlightLines(highlights),
    ]),
  }));
}

export function consultingEntries(cv: Cv): DraftEntry[] {
  return cv.consulting.map(({ client, title, place, period, description, url }) => ({
    key: `consulting-${client}-${period.start}`,
    rail: formatPeriod(period),
    days: ofPeriod(period),
    lines: withoutEmpty([
      itemLine({ text: client, url }, [title, place]),
      textLine("detail", [description]),
    ]),
  }));
}

export function certificateEntries(cv: Cv): DraftEntry[] {
  return cv.certificates.map(({ title, body, date, expires, url }) => ({
    key: `certificate-${title}-${date}`,
    rail: formatDate(date),
    days: ofDate(date),
    lines: [
      itemLine({ text: title, url }, [
        body,
        expires === undefined ? undefined : `valid until ${formatDate(expires)}`,
      ]),
    ],
  }));
}

export function membershipEntries(cv: Cv): DraftEntry[] {
  return cv.memberships.map(({ body, role, period, url }) => ({
    key: `membership-${body}-${period.start}`,
    rail: formatPeriod(period),
    days: ofPeriod(period),
    lines: [itemLine({ text: body, url }, [role])],
  }));
}

export function skillEntries(cv: Cv): DraftEntry[] {
  return cv.skills.map(({ area, skills, level }) => ({
    key: `skills-${area}`,
    rail: "",
    days: undefined,
    lines: [itemLine({ text: area, url: undefined }, [level], [{ text: skills.join(", ") }])],
  }));
}

export function languageEntries(cv: Cv): DraftEntry[] {
  return cv.languages.map(({ language, level, note }) => ({
    key: `language-${language}`,
    rail: "",
    days: undefined,
    lines: [
      itemLine({ text: language, url: undefined }, [
        level === undefined ? undefined : LANGUAGE_LEVELS[level],
        note,
      ]),
    ],
  }));
}

export function referenceEntries(cv: Cv, directory: Directory): DraftEntry[] {
  const onRequest: DraftEntry[] = cv.settings.referencesOnRequest
    ? [
        {
          key: "references-on-request",
          rail: "",
          days: undefined,
          lines: [textLine("detail", ["Available on request"])],
        },
      ]
    : [];
  const named = cv.references.map((reference): DraftEntry => {
    const { name, position, institution, email, statement, url } = reference;
    const contacts = [
      ...(email === undefined ? [] : [{ text: email, href: `mailto:${email}` }]),
      ...(email === undefined || url === undefined ? [] : [{ text: ", " }]),
      ...(url === undefined ? [] : [{ text: "Home page", href: url }]),
    ];
    return {
      key: `reference-${typeof name === "string" ? name : name.name}`,
      rail: "",
      days: undefined,
      lines: withoutEmpty([
        { role: "title", spans: titledNames([name], directory) },
        textLine("detail", [position, institution]),
        { role: "detail", spans: contacts },
        textLine("detail", [statement === undefined ? undefined : `“${statement}”`]),
      ]),
    };
  });
  return [...onRequest, ...named];
}
