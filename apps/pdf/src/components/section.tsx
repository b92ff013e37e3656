import { View } from "@react-pdf/renderer";
import type { Entry, Group, Section } from "@triptych/view";
import type { ReactNode } from "react";
import { Block } from "./block.tsx";
import { structure, type StructureProps } from "../painter/structure.ts";
import { styles } from "../styles.ts";
import { EntryRow, isBreakable } from "./entry.tsx";
import { Spans } from "./spans.tsx";

/** Lines of introduction after which a page may end: a heading is not alone with them. */
const LINES_THAT_HOLD = 2;

interface GroupProps {
  group: Group;
  /** The structure of the section, which all its boxes share. */
  sect: StructureProps;
  site: string | undefined;
  /** What stands above the group and must not be left alone at the end of a page. */
  lead?: ReactNode;
}

/**
 * The pagination engine fails on boxes with many hundreds of entries: it takes them for one that cannot be broken and loses all but a page of it.
 * Several boxes are still one section and one list to those who listen.
 */
const STRETCH = 100;

function cutIntoStretches(entries: readonly Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / STRETCH) }, (_, index) => entries.slice(index * STRETCH, (index + 1) * STRETCH));
}

/** Headings and the first entry are one block, so that no heading ends a page. */
function GroupBlock({ group, sect, site, lead }: GroupProps) {
  const [first, ...rest] = group.entries;
  if (first === undefined) return null;
  const list = structure("L", `${group.id}/list`);
  return (
    <>
      <View wrap={isBreakable(first)} style={lead === undefined ? undefined : styles.section} {...sect}>
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
      {cutIntoStretches(rest).map((stretch) => (
        <View key={stretch[0]?.id} {...sect}>
          <View {...list}>
            {stretch.map((entry) => (
              <EntryRow key={entry.id} entry={entry} site={site} />
            ))}
          </View>
        </View>
      ))}
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
  const sect = structure("Sect", `${section.id}/section`);
  const lead = <SectionLead section={section} site={site} />;
  const isLeadAlone = section.intro.length >= LINES_THAT_HOLD;
  return (
    <>
      {isLeadAlone ? (
        <View wrap={false} style={styles.section} {...sect}>
          {lead}
        </View>
      ) : null}
      {section.groups.map((group, index) => (
        <GroupBlock key={group.id} group={group} sect={sect} site={site} lead={index === 0 && !isLeadAlone ? lead : undefined} />
      ))}
    </>
  );
}
