import { View } from "@react-pdf/renderer";
import { use } from "react";
import type { FaceChoice } from "../fonts/face-choice.ts";
import { measureText } from "../fonts/text-width.ts";
import type { Chart, Header } from "@triptych/view";
import type { Words } from "@triptych/words";
import { structure } from "../painter/structure.ts";
import { CONTACT_SIZE, LINE, mm, NAME_SIZE, ROLE_SIZE, styles } from "./styles.ts";
import { FaceChoiceContext } from "./drawn.tsx";
import { widthOfText } from "./text-line.ts";
import { Block } from "./block.tsx";
import { layOutChart } from "./chart-grid.ts";
import type { Paper } from "./paper.ts";
import { Spans } from "./spans.tsx";
import { placeChart, UnitChart } from "./unit-chart.tsx";

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

/** A name is made smaller rather than parted, down to this. */
const SMALLEST_NAME = 12;

/** Where the head's text goes: the chart beside it where both have room, else below. */
function placeHead({ header, chart, paper }: HeadProps, choice: FaceChoice) {
  const whole = widthOfText(paper);
  const beside = placeChart(chart, BESIDE).width;
  const room = chart.columns.length === 0 ? whole : whole - beside - mm(8);
  const setting = { family: "Serif", weight: 300, size: NAME_SIZE };
  const longest = Math.max(
    ...header.name.split(" ").map((word) => measureText(word, setting, choice)),
  );
  const hasRoom = layOutChart(chart.columns.length, 1, Infinity).width <= BESIDE;
  const isBeside = hasRoom && longest <= room;
  const width = isBeside ? room : whole;
  const nameSize = Math.max(SMALLEST_NAME, Math.min(NAME_SIZE, (NAME_SIZE * width) / longest));
  return { isBeside, width, nameSize };
}

/** Who it is about, at the top of the first page. */
export function Head(props: HeadProps) {
  const { header, chart, site, paper, words } = props;
  const { isBeside, width, nameSize } = placeHead(props, use(FaceChoiceContext));
  const contacts = header.contacts.flatMap(({ span }, index) =>
    index === 0 ? [span] : [{ text: "  ·  " }, span],
  );
  const name = { family: "Serif", weight: 300, size: nameSize, width };
  const role = { family: "Serif", weight: 400, size: ROLE_SIZE, width };
  return (
    <View style={isBeside ? styles.head : styles.stackedHead}>
      <View style={isBeside ? styles.headText : styles.stackedHeadText}>
        <Block
          style={{ ...styles.name, fontSize: nameSize, lineHeight: (LINE * 2.5) / nameSize }}
          line={name}
          {...structure("H1", "name")}
        >
          {header.name}
        </Block>
        {header.roles.map((spans, index) => (
          <Block key={index} style={styles.role} line={role} {...structure("P", `role-${index}`)}>
            <Spans spans={spans} site={site} />
          </Block>
        ))}
        {header.place === undefined ? null : (
          <Block style={styles.role} line={role} {...structure("P", "place")}>
            {header.place}
          </Block>
        )}
        {header.summary === undefined ? null : (
          <Block style={styles.summary} line={role} {...structure("P", "summary")}>
            {header.summary}
          </Block>
        )}
        {contacts.length === 0 ? null : (
          <Block
            style={styles.contacts}
            line={{ family: "Sans", weight: 400, size: CONTACT_SIZE, width }}
            {...structure("P", "contacts")}
          >
            <Spans spans={contacts} site={site} />
          </Block>
        )}
      </View>
      {chart.columns.length === 0 ? null : (
        <UnitChart chart={chart} words={words} available={isBeside ? BESIDE : widthOfText(paper)} />
      )}
    </View>
  );
}
