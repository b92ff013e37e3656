import type { Cv, SectionId } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { composeDocument } from "../document/document.ts";
import type { Section } from "../document/sections/entry.ts";

export type SectionPageId =
  | "exhibitions"
  | "projects"
  | "talks"
  | "teaching"
  | "service"
  | "awards";

/** Sections of the CV that have a page of their own, with the words of the page. */
export interface SectionPage {
  id: SectionPageId;
  /** Short, for the navigation. */
  name: string;
  title: string;
  sections: Section[];
}

const PARTS = [
  { id: "projects", sections: ["projects", "consulting"] },
  { id: "exhibitions", sections: ["exhibitions"] },
  { id: "talks", sections: ["talks", "media"] },
  { id: "teaching", sections: ["teaching"] },
  { id: "service", sections: ["service", "organisation", "memberships"] },
  { id: "awards", sections: ["awards", "grants", "certificates"] },
] as const satisfies readonly { id: SectionPageId; sections: readonly SectionId[] }[];

/** Which page besides the CV shows a section, if one does. */
export function pageOfSection(section: SectionId): SectionPageId | undefined {
  return PARTS.find((part) => part.sections.some((id) => id === section))?.id;
}

/**
 * The pages the record has something for. They show what the CV shows, entry by entry, under the
 * same ids.
 */
export function composeSectionPages(cv: Cv, words: Words): SectionPage[] {
  const document = composeDocument(cv, words);
  return PARTS.flatMap(({ id, sections: wanted }): SectionPage[] => {
    const sections = wanted.flatMap((section) =>
      document.sections.filter((candidate) => candidate.id === section),
    );
    const [first] = sections;
    if (first === undefined) return [];
    return [
      {
        id,
        name: sections.length === 1 && first.id !== id ? first.title : words.document.pages[id],
        title: words.document.joinedTitles({ titles: sections.map(({ title }) => title) }),
        sections,
      },
    ];
  });
}
