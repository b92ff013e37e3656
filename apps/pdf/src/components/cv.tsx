import { Document, Page, View } from "@react-pdf/renderer";
import type { Chart, CvDocument } from "@triptych/view";
import { type FaceChoice } from "../fallback/face-choice.ts";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { MARGIN, styles } from "../styles.ts";
import { FaceChoiceContext } from "./drawn.tsx";
import type { Row } from "./row.ts";
import { Rows } from "./rows.tsx";
import { Spans } from "./spans.tsx";
import { layOutChart } from "./chart-grid.ts";
import { UnitChart } from "./unit-chart.tsx";

export const PAPERS = { a4: "A4", letter: "LETTER" } as const;

/** From margin to margin, in points. */
const WIDTHS = { a4: 595.28 - MARGIN.left - MARGIN.right, letter: 612 - MARGIN.left - MARGIN.right } as const;

export type Paper = keyof typeof PAPERS;

export interface CvProps {
  document: CvDocument;
  chart: Chart;
  paper: Paper;
  /** The site's address without a slash at the end, where it is known. */
  site: string | undefined;
  /** Which faces draw the texts. */
  choice: FaceChoice;
}

/** Beside the name there is room for ten years; longer careers have their chart below, over the whole width. */
const BESIDE = 200;

function Head({ document: { header }, chart, site, paper }: CvProps) {
  const contacts = header.contacts.flatMap(({ span }, index) => (index === 0 ? [span] : [{ text: "  ·  " }, span]));
  const isBeside = layOutChart(chart.columns.length, 1, Infinity).width <= BESIDE;
  return (
    <View style={isBeside ? styles.head : styles.stackedHead}>
      <View style={isBeside ? styles.headText : styles.stackedHeadText}>
        <Block style={styles.name} longestWord={12} {...structure("H1", "name")}>
          {header.name}
        </Block>
        {header.roles.map((role, index) => (
          <Block key={index} style={styles.role} longestWord={25} {...structure("P", `role-${index}`)}>
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
      {chart.columns.length === 0 ? null : <UnitChart chart={chart} available={isBeside ? BESIDE : WIDTHS[paper]} />}
    </View>
  );
}

interface CvPartProps extends CvProps {
  rows: readonly Row[];
  /** Whether the head stands above the rows. */
  isFirst: boolean;
}

/** A part of the CV as react-pdf elements. The new pagination engine is asked for: the old one is quadratic and fails on long records. */
export function CvPart({ rows, isFirst, ...props }: CvPartProps) {
  const { paper, site, choice } = props;
  return (
    <FaceChoiceContext value={choice}>
      <Document>
        <Page size={PAPERS[paper]} style={styles.page} {...{ experimentalPagination: true }}>
          {isFirst ? <Head {...props} /> : null}
          <Rows rows={rows} site={site} />
        </Page>
      </Document>
    </FaceChoiceContext>
  );
}
