import { printedForm, type Reference } from "@triptych/schema";
import { joinSpans, type Span, textSpans } from "../../text/span.ts";
import { joinText } from "../../text/joined.ts";
import { titledNames } from "../../text/names.ts";
import { type DraftEntry, itemLine, textLine, withoutEmpty } from "./draft-entry.ts";
import { ungrouped } from "./draft-group.ts";
import type { Source } from "./source.ts";

/** What has no date: no rail, and no window of time that could leave it out. */
const timeless = (key: string, lines: DraftEntry["lines"]): DraftEntry => ({
  key,
  rail: "",
  days: undefined,
  lines,
});

function interestEntries({ cv }: Source): DraftEntry[] {
  return cv.profile.interests.map((interest) =>
    timeless(`interest-${interest}`, [textLine("detail", [interest])]),
  );
}

function skillEntries({ cv }: Source): DraftEntry[] {
  return cv.skills.map(({ area, skills, level }) =>
    timeless(`skills-${area}`, [
      itemLine({ text: area, url: undefined }, [level], textSpans(joinText(skills))),
    ]),
  );
}

function languageEntries({ cv, words }: Source): DraftEntry[] {
  return cv.languages.map(({ language, level, note }) =>
    timeless(`language-${language}`, [
      itemLine({ text: language, url: undefined }, [
        level === undefined ? undefined : words.record.languageLevels[level],
        note,
      ]),
    ]),
  );
}

function contactSpans({ email, url }: Reference, homePage: string): Span[] {
  return joinSpans(
    [
      email === undefined ? [] : [{ text: email, href: `mailto:${email}` }],
      url === undefined ? [] : [{ text: homePage, href: url }],
    ],
    ", ",
  );
}

function referenceEntries({ cv, directory, words }: Source): DraftEntry[] {
  const onRequest = cv.settings.referencesOnRequest
    ? [timeless("references-on-request", [textLine("detail", [words.document.onRequest])])]
    : [];
  const named = cv.references.map((reference) => {
    const { name, position, institution, statement } = reference;
    return timeless(
      `reference-${printedForm(name)}`,
      withoutEmpty([
        { role: "title", spans: titledNames([name], directory) },
        textLine("detail", [position, institution]),
        { role: "detail", spans: contactSpans(reference, words.record.homePage) },
        textLine("detail", [
          statement === undefined ? undefined : words.text.quoted({ text: statement }),
        ]),
      ]),
    );
  });
  return [...onRequest, ...named];
}

/** The sections whose entries are written here. */
export const PROFILE = {
  interests: ungrouped(interestEntries),
  skills: ungrouped(skillEntries),
  languages: ungrouped(languageEntries),
  references: ungrouped(referenceEntries),
};
