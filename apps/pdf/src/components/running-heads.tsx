import { Document, Page, Text, View } from "@react-pdf/renderer";
import { composeRunningHead, type CvDocument } from "@triptych/view";
import type { FaceChoice } from "../fallback/face-choice.ts";
import { styles } from "../styles.ts";
import { type Paper, PAPERS } from "./cv.tsx";
import { Drawn, FaceChoiceContext } from "./drawn.tsx";

interface RunningHeadsProps {
  document: CvDocument;
  paper: Paper;
  choice: FaceChoice;
  /** The pages that are meant, counted from 1. */
  first: number;
  last: number;
  /** How many pages the document has. */
  pages: number;
}

/** What stands above each page, on pages of its own. Readers that speak do not hear it. */
export function RunningHeads({ document, paper, choice, first, last, pages }: RunningHeadsProps) {
  const heads = Array.from({ length: last - first + 1 }, (_, index) => composeRunningHead(document, first + index, pages));
  return (
    <FaceChoiceContext value={choice}>
      <Document>
        {heads.map(({ left, right }, index) => (
          <Page key={index} size={PAPERS[paper]} style={styles.page} {...{ experimentalPagination: true }}>
            <View style={styles.runningHead}>
              <Text>
                <Drawn>{left}</Drawn>
              </Text>
              <Text>
                <Drawn>{right}</Drawn>
              </Text>
            </View>
          </Page>
        ))}
      </Document>
    </FaceChoiceContext>
  );
}
