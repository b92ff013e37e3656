import type { CvDocument, Entry, Group, Section } from "@triptych/view";

/** An entry with what it belongs to: documents are laid out a number of rows at a time. */
export interface Row {
  section: Section;
  group: Group;
  entry: Entry;
  /** Whether the headings of the section and of the group stand above it. */
  opensSection: boolean;
  opensGroup: boolean;
}

export function listRows({ sections }: CvDocument): Row[] {
  return sections.flatMap((section) =>
    section.groups.flatMap((group, groupIndex) =>
      group.entries.map((entry, index) => ({ section, group, entry, opensSection: groupIndex + index === 0, opensGroup: index === 0 })),
    ),
  );
}

/** The ids of the structure in which a row and its headings are painted. */
export const rowIds = {
  section: ({ section }: Row) => `${section.id}/section`,
  sectionTitle: ({ section }: Row) => `${section.id}/title`,
  groupTitle: ({ group }: Row) => `${group.id}/title`,
  list: ({ group }: Row) => `${group.id}/list`,
} as const;

/** Those that tell on which pages a row stands. */
export function listRowIds(row: Row): string[] {
  return [...(row.opensSection ? [rowIds.sectionTitle(row)] : []), ...(row.opensGroup ? [rowIds.groupTitle(row)] : []), row.entry.id];
}
