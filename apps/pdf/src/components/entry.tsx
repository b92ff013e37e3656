import { View } from "@react-pdf/renderer";
import type { Entry, Line } from "@triptych/view";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { bindWords } from "../text/bound-words.ts";
import type { Paper } from "./paper.ts";
import { GUTTER, INK, LABEL_SIZE, mm, RAIL, styles, TEXT_SIZE } from "./styles.ts";
import { type TextLine, widthOfColumn } from "./text-line.ts";
import { Spans } from "./spans.tsx";

interface EntryLineProps {
  line: Line;
  sid: string;
  site: string | undefined;
  paper: Paper;
}

/** The room of the date, left of a number. */
const RAIL_TEXT = RAIL + GUTTER - mm(12);

/** Its heaviest text is the owner's name; a comma may follow a word. */
function lineOf({ role }: Line, paper: Paper): TextLine {
  const width = widthOfColumn(paper);
  return role === "label"
    ? { family: "Sans", weight: 400, size: LABEL_SIZE, width }
    : { family: "Serif", weight: 600, size: TEXT_SIZE, width: width - TEXT_SIZE / 2 };
}

function EntryLine({ line, sid, site, paper }: EntryLineProps) {
  return (
    <Block style={styles[line.role]} line={lineOf(line, paper)} {...structure("P", sid)}>
      <Spans
        spans={bindWords(line.spans)}
        site={site}
        titled={line.role === "item"}
        color={line.role === "title" ? INK.ink : INK.soft}
      />
    </Block>
  );
}

interface EntryRowProps {
  entry: Entry;
  site: string | undefined;
  paper: Paper;
}

/**
 * One list item: a number is its label and comes first, the date in the rail belongs to the body.
 */
export function EntryRow({ entry, site, paper }: EntryRowProps) {
  const rail = { family: "Sans", weight: 400, size: LABEL_SIZE, width: RAIL_TEXT };
  const body = structure("LBody", `${entry.id}/body`);
  return (
    <View style={styles.entry} {...structure("LI", entry.id)}>
      <View style={styles.rail}>
        {entry.number === undefined ? null : (
          <Block style={styles.number} line={rail} {...structure("Lbl", `${entry.id}/number`)}>
            {String(entry.number)}
          </Block>
        )}
        <View style={styles.railText} {...(entry.rail === "" ? {} : body)}>
          {entry.rail === "" ? null : (
            <Block line={rail} {...structure("Span", `${entry.id}/rail`)}>
              {entry.rail}
            </Block>
          )}
        </View>
      </View>
      <View style={styles.column} {...body}>
        {entry.lines.map((line, index) => (
          <EntryLine key={index} line={line} sid={`${entry.id}/${index}`} {...{ site, paper }} />
        ))}
      </View>
    </View>
  );
}
