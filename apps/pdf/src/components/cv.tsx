import { Document, Page, View } from "@react-pdf/renderer";
import type { Chart, CvDocument } from "@triptych/view";
import { type FaceChoice } from "../fallback/face-choice.ts";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { styles } from "../styles.ts";
import { FaceChoiceContext } from "./drawn.tsx";
import { SectionBlock } from "./section.tsx";
import { Spans } from "./spans.tsx";
import { UnitChart } from "./unit-chart.tsx";

export const PAPERS = { a4: "A4", letter: "LETTER" } as const;

export type Paper = keyof typeof PAPERS;

interface CvProps {
  document: CvDocument;
  chart: Chart;
  paper: Paper;
  /** The site's address without a slash at the end, where it is known. */
  site: string | undefined;
  /** Which faces draw the texts. */
  choice: FaceChoice;
}

function Head({ document: { header }, chart, site }: CvProps) {
  const contacts = header.contacts.flatMap(({ span }, index) => (index === 0 ? [span] : [{ text: "  ·  " }, span]));
  return (
    <View style={styles.head}>
      <View style={styles.headText}>
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
      {chart.columns.length === 0 ? null : <UnitChart chart={chart} />}
    </View>
  );
}

/** The CV as react-pdf elements. The new pagination engine is asked for: the old one is quadratic and fails on long records. */
export function Cv(props: CvProps) {
  const { document, paper, site, choice } = props;
  return (
    <FaceChoiceContext value={choice}>
      <Document>
        <Page size={PAPERS[paper]} style={styles.page} {...{ experimentalPagination: true }}>
          <Head {...props} />
          {document.sections.map((section) => (
            <SectionBlock key={section.id} section={section} site={site} />
          ))}
        </Page>
      </Document>
    </FaceChoiceContext>
  );
}
