import { View } from "@react-pdf/renderer";
import type { Chart, Header } from "@triptych/view";
import type { Words } from "@triptych/words";
import { structure } from "../painter/structure.ts";
import { MARGIN, styles } from "./styles.ts";
import { Block } from "./block.tsx";
import { layOutChart } from "./chart-grid.ts";
import { type Paper, SHEETS } from "./paper.ts";
import { Spans } from "./spans.tsx";
import { UnitChart } from "./unit-chart.tsx";

interface HeadProps {
  header: Header;
  chart: Chart;
  site: string | undefined;
  paper: Paper;
  words: Words["pdf"];
}

/**
 * Beside the name there is room for ten years; longer careers have their chart below, over the
 * whole width.
 */
const BESIDE = 200;

/** Who it is about, at the top of the first page. */
export function Head({ header, chart, site, paper, words }: HeadProps) {
  const contacts = header.contacts.flatMap(({ span }, index) =>
    index === 0 ? [span] : [{ text: "  ·  " }, span],
  );
  const isBeside = layOutChart(chart.columns.length, 1, Infinity).width <= BESIDE;
  return (
    <View style={isBeside ? styles.head : styles.stackedHead}>
      <View style={isBeside ? styles.headText : styles.stackedHeadText}>
        <Block style={styles.name} longestWord={12} {...structure("H1", "name")}>
          {header.name}
        </Block>
        {header.roles.map((role, index) => (
          <Block
            key={index}
            style={styles.role}
            longestWord={25}
            {...structure("P", `role-${index}`)}
          >
            {role}
          </Block>
        ))}
        {header.place === undefined ? null : (
          <Block style={styles.role} longestWord={25} {...structure("P", "place")}>
            {header.place}
          </Block>
        )}
        {header.summary === undefined ? null : (
          <Block style={styles.summary} longestWord={25} {...structure("P", "summary")}>
            {header.summary}
          </Block>
        )}
        {contacts.length === 0 ? null : (
          <Block style={styles.contacts} longestWord={32} {...structure("P", "contacts")}>
            <Spans spans={contacts} site={site} />
          </Block>
        )}
      </View>
      {chart.columns.length === 0 ? null : (
        <UnitChart
          chart={chart}
          words={words}
          available={isBeside ? BESIDE : SHEETS[paper][0] - MARGIN.left - MARGIN.right}
        />
      )}
    </View>
  );
}
