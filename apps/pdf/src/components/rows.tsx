import { View } from "@react-pdf/renderer";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { styles } from "../styles.ts";
import { EntryRow, isBreakable } from "./entry.tsx";
import { type Row, rowIds } from "./row.ts";
import { Spans } from "./spans.tsx";

/** Lines of introduction after which a page may end: a heading is not alone with them. */
const LINES_THAT_HOLD = 2;

type Site = string | undefined;

interface RowProps {
  row: Row;
  /** The site's address, where it is known. */
  site: Site;
}

/** The rule belongs to the unbreakable block with the heading, or it would be left behind at the end of a page. */
function SectionLead({ row, site }: RowProps) {
  const { id, title, intro } = row.section;
  return (
    <>
      <View style={styles.sectionRule} />
      <Block style={styles.sectionTitle} {...structure("H2", rowIds.sectionTitle(row), { outline: { title, level: 1 } })}>
        {title}
      </Block>
      {intro.length === 0 ? null : (
        <View style={styles.intro}>
          {intro.map((line, index) => (
            <Block key={index} style={styles.introLine} {...structure("P", `${id}/intro-${index}`)}>
              <Spans spans={line.spans} site={site} />
            </Block>
          ))}
        </View>
      )}
    </>
  );
}

/** Headings and the first entry are one block, so that no heading ends a page. */
function OpeningRow({ row, site }: RowProps) {
  const { section, group, entry, opensSection } = row;
  const sect = structure("Sect", rowIds.section(row));
  const lead = opensSection ? <SectionLead row={row} site={site} /> : undefined;
  const isLeadAlone = lead !== undefined && section.intro.length >= LINES_THAT_HOLD;
  return (
    <>
      {isLeadAlone ? (
        <View wrap={false} style={styles.section} {...sect}>
          {lead}
        </View>
      ) : null}
      <View wrap={isBreakable(entry)} style={lead === undefined || isLeadAlone ? undefined : styles.section} {...sect}>
        {isLeadAlone ? undefined : lead}
        {group.title === "" ? null : (
          <Block style={styles.groupTitle} {...structure("H3", rowIds.groupTitle(row), { outline: { title: group.title, level: 2 } })}>
            {group.title}
          </Block>
        )}
        <View {...structure("L", rowIds.list(row))}>
          <EntryRow entry={entry} site={site} />
        </View>
      </View>
    </>
  );
}

/** Rows that open a group stand alone, those that follow in a group stand together. */
function divideRows(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last?.[0] === undefined || row.opensGroup || last[0].opensGroup || last[0].group !== row.group) parts.push([row]);
    else last.push(row);
  }
  return parts;
}

/** Several boxes with the ids of one section and one list are one section and one list to those who listen. */
export function Rows({ rows, site }: { rows: readonly Row[]; site: Site }) {
  return divideRows(rows).map((part) => {
    const [first] = part;
    if (first === undefined) return null;
    if (first.opensGroup) return <OpeningRow key={first.entry.id} row={first} site={site} />;
    return (
      <View key={first.entry.id} {...structure("Sect", rowIds.section(first))}>
        <View {...structure("L", rowIds.list(first))}>
          {part.map(({ entry }) => (
            <EntryRow key={entry.id} entry={entry} site={site} />
          ))}
        </View>
      </View>
    );
  });
}
