import { Text, View } from "@react-pdf/renderer";
import type { Words } from "@triptych/words";
import { structure } from "../painter/structure.ts";
import { styles } from "./styles.ts";
import { Block } from "./block.tsx";
import { Drawn } from "./drawn.tsx";
import { EntryRow } from "./entry.tsx";
import { Head } from "./head.tsx";
import type { Paper } from "./paper.ts";
import { Spans } from "./spans.tsx";
import { widthOfColumn } from "./text-line.ts";
import type { Lead, RowUnit, Unit } from "./unit.ts";

interface LeadProps {
  section: string;
  lead: Lead;
  /** The site's address without a slash at the end, where it is known. */
  site: string | undefined;
  paper: Paper;
}

function SectionLead({ section, lead: { title, intro }, site, paper }: LeadProps) {
  const width = widthOfColumn(paper);
  return (
    <>
      <View style={styles.sectionRule} />
      <Block
        style={styles.sectionTitle}
        line={{ family: "Serif", weight: 300, size: 15, width }}
        {...structure("H2", `${section}/title`, { outline: { title, level: 1 } })}
      >
        {title}
      </Block>
      {intro.length === 0 ? null : (
        <View style={styles.intro}>
          {intro.map((line, index) => (
            <Block
              key={index}
              style={styles.introLine}
              line={{ family: "Serif", weight: 600, size: 8.8, width }}
              {...structure("P", `${section}/intro-${index}`)}
            >
              <Spans spans={line.spans} site={site} />
            </Block>
          ))}
        </View>
      )}
    </>
  );
}

/**
 * Boxes with the ids of one section and one list are one section and one list to those who listen.
 */
function RowBox({
  unit: { section, group, lead, groupTitle, entry },
  site,
  paper,
}: Pick<UnitBoxProps, "site" | "paper"> & { unit: RowUnit }) {
  return (
    <View
      style={lead === undefined ? undefined : styles.section}
      {...structure("Sect", `${section}/section`)}
    >
      {lead === undefined ? null : <SectionLead {...{ section, lead, site, paper }} />}
      {groupTitle === "" ? null : (
        <Block
          style={styles.groupTitle}
          line={{ family: "Sans", weight: 600, size: 8.6, width: widthOfColumn(paper) }}
          {...structure("H3", `${group}/title`, { outline: { title: groupTitle, level: 2 } })}
        >
          {groupTitle}
        </Block>
      )}
      <View
        {...structure(
          "L",
          `${group}/list`,
          entry.number === undefined ? {} : { numbering: "Decimal" },
        )}
      >
        <EntryRow {...{ entry, site, paper }} />
      </View>
    </View>
  );
}

export interface UnitBoxProps {
  unit: Unit;
  site: string | undefined;
  paper: Paper;
  words: Words["pdf"];
}

/** A unit as one box of react-pdf, as wide as the text of the page. */
export function UnitBox({ unit, site, paper, words }: UnitBoxProps) {
  if (unit.kind === "head")
    return <Head header={unit.header} chart={unit.chart} {...{ site, paper, words }} />;
  if (unit.kind === "row") return <RowBox {...{ unit, site, paper }} />;
  if (unit.kind === "lead")
    return (
      <View style={styles.section} {...structure("Sect", `${unit.section}/section`)}>
        <SectionLead section={unit.section} lead={unit.lead} {...{ site, paper }} />
      </View>
    );
  return (
    <View style={styles.runningHead}>
      <Text>
        <Drawn>{unit.left}</Drawn>
      </Text>
      <Text>
        <Drawn>{unit.right}</Drawn>
      </Text>
    </View>
  );
}
