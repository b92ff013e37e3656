import type { Chart, CvDocument, Entry, Header, Line } from "@triptych/view";

/** What opens a section. */
export interface Lead {
  title: string;
  intro: Line[];
}

export interface RowUnit {
  kind: "row";
  /** Of the structure in which the row is painted; rows of one list have the same. */
  section: string;
  group: string;
  /** Above the row where it is the first of its section, and of its group. */
  lead: Lead | undefined;
  groupTitle: string;
  entry: Entry;
}

/**
 * What is set in one piece and never parted from itself, such as a heading with its first entry;
 * only a very long row is.
 */
export type Unit =
  | { kind: "head"; header: Header; chart: Chart }
  | { kind: "lead"; section: string; lead: Lead }
  | RowUnit
  | { kind: "running-head"; left: string; right: string };

/** Lines of introduction after which a page may end: a heading is not alone with them. */
const LINES_THAT_HOLD = 2;

/** Rows with more characters may be parted: they might not fit on a page. */
const UNBREAKABLE_LENGTH = 1200;

export function isBreakable(unit: Unit): unit is RowUnit {
  if (unit.kind !== "row") return false;
  return (
    unit.entry.lines.reduce(
      (sum, line) => sum + line.spans.reduce((length, span) => length + span.text.length, 0),
      0,
    ) > UNBREAKABLE_LENGTH
  );
}

/** A document as units in the order of reading. */
export function listUnits({ header, sections }: CvDocument, chart: Chart): Unit[] {
  const units: Unit[] = [{ kind: "head", header, chart }];
  for (const { id, title, intro, groups } of sections) {
    const lead = { title, intro };
    const isLeadAlone = intro.length >= LINES_THAT_HOLD;
    if (isLeadAlone) units.push({ kind: "lead", section: id, lead });
    for (const [groupIndex, group] of groups.entries())
      for (const [index, entry] of group.entries.entries())
        units.push({
          kind: "row",
          section: id,
          group: group.id,
          lead: isLeadAlone || groupIndex + index > 0 ? undefined : lead,
          groupTitle: index === 0 ? group.title : "",
          entry,
        });
  }
  return units;
}
