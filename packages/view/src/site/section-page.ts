import type { Cv, SectionId } from "@triptych/schema";
import { composeDocument } from "../document/document.ts";
import type { Section } from "../document/entry.ts";

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
  { id: "projects", name: "Projects", sections: ["projects", "consulting"] },
  { id: "exhibitions", name: "Exhibitions", sections: ["exhibitions"] },
  { id: "talks", name: "Talks", sections: ["talks", "media"] },
  { id: "teaching", name: "Teaching", sections: ["teaching"] },
  { id: "service", name: "Service", sections: ["service", "organisation", "memberships"] },
  { id: "awards", name: "Awards", sections: ["awards", "grants", "certificates"] },
] as const satisfies readonly { id: SectionPageId; name: string; sections: readonly SectionId[] }[];

/** Which page besides the CV shows a section, if one does. */
export function pageOfSection(section: SectionId): SectionPageId | undefined {
  return PARTS.find((part) => part.sections.some((id) => id === section))?.id;
}

/** The titles of the sections as one: `Invited talks and media coverage`. */
function joinTitles(sections: readonly Section[]): string {
  const titles = sections.map(({ title }, index) =>
    index === 0 ? title : title.charAt(0).toLowerCase() + title.slice(1),
  );
  return titles.length < 3
    ? titles.join(" and ")
    : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
}

/**
 * The pages the record has something for. They show what the CV shows, entry by entry, under the
 * same ids.
 */
export function composeSectionPages(cv: Cv): SectionPage[] {
  const document = composeDocument(cv);
  return PARTS.flatMap(({ id, name, sections: wanted }): SectionPage[] => {
    const sections = wanted.flatMap((section) =>
      document.sections.filter((candidate) => candidate.id === section),
    );
    const [first] = sections;
    if (first === undefined) return [];
    return [
      {
        id,
        name: sections.length === 1 && first.id !== id ? first.title : name,
        title: joinTitles(sections),
        sections,
      },
    ];
  });
}
