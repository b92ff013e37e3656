import { View } from "@react-pdf/renderer";
import type { Group, Section } from "@triptych/view";
import type { ReactNode } from "react";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { styles } from "../styles.ts";
import { EntryRow, isBreakable } from "./entry.tsx";
import { Spans } from "./spans.tsx";

/** Lines of introduction after which a page may end: a heading is not alone with them. */
const LINES_THAT_HOLD = 2;

interface GroupProps {
  group: Group;
  site: string | undefined;
  /** What stands above the group and must not be left alone at the end of a page. */
  lead?: ReactNode;
}

/** Headings and the first entry are one block, so that no heading ends a page. */
function GroupBlock({ group, site, lead }: GroupProps) {
  const [first, ...rest] = group.entries;
  if (first === undefined) return null;
  const list = structure("L", `${group.id}/list`);
  return (
    <>
      <View wrap={isBreakable(first)}>
        {lead}
        {group.title === "" ? null : (
          <Block style={styles.groupTitle} {...structure("H3", `${group.id}/title`, { outline: { title: group.title, level: 2 } })}>
            {group.title}
          </Block>
        )}
        <View {...list}>
          <EntryRow entry={first} site={site} />
        </View>
      </View>
      <View {...list}>
        {rest.map((entry) => (
          <EntryRow key={entry.id} entry={entry} site={site} />
        ))}
      </View>
    </>
  );
}

/** The rule belongs to the unbreakable block with the heading, or it would be left behind at the end of a page. */
function SectionLead({ section, site }: { section: Section; site: string | undefined }) {
  return (
    <>
      <View style={styles.sectionRule} />
      <Block style={styles.sectionTitle} {...structure("H2", `${section.id}/title`, { outline: { title: section.title, level: 1 } })}>
        {section.title}
      </Block>
      {section.intro.length === 0 ? null : (
        <View style={styles.intro}>
          {section.intro.map((line, index) => (
            <Block key={index} style={styles.introLine} {...structure("P", `${section.id}/intro-${index}`)}>
              <Spans spans={line.spans} site={site} />
            </Block>
          ))}
        </View>
      )}
    </>
  );
}

export function SectionBlock({ section, site }: { section: Section; site: string | undefined }) {
  const lead = <SectionLead section={section} site={site} />;
  const isLeadAlone = section.intro.length >= LINES_THAT_HOLD;
  return (
    <View style={styles.section} {...structure("Sect", `${section.id}/section`)}>
      {isLeadAlone ? <View wrap={false}>{lead}</View> : null}
      {section.groups.map((group, index) => (
        <GroupBlock key={group.id} group={group} site={site} lead={index === 0 && !isLeadAlone ? lead : undefined} />
      ))}
    </View>
  );
}
