import { View } from "@react-pdf/renderer";
import type { Entry, Line } from "@triptych/view";
import { Block } from "./block.tsx";
import { structure } from "../painter/structure.ts";
import { bindWords } from "../text/bound-words.ts";
import { INK, styles } from "./styles.ts";
import { Spans } from "./spans.tsx";

function EntryLine({ line, sid, site }: { line: Line; sid: string; site: string | undefined }) {
  return (
    <Block style={styles[line.role]} {...structure("P", sid)}>
      <Spans
        spans={bindWords(line.spans)}
        site={site}
        titled={line.role === "item"}
        color={line.role === "title" ? INK.ink : INK.soft}
      />
    </Block>
  );
}

/**
 * One list item: a number is its label and comes first, the date in the rail belongs to the body.
 */
export function EntryRow({ entry, site }: { entry: Entry; site: string | undefined }) {
  const body = structure("LBody", `${entry.id}/body`);
  return (
    <View style={styles.entry} {...structure("LI", entry.id)}>
      <View style={styles.rail}>
        {entry.number === undefined ? null : (
          <Block style={styles.number} {...structure("Lbl", `${entry.id}/number`)}>
            {String(entry.number)}
          </Block>
        )}
        <View style={styles.railText} {...(entry.rail === "" ? {} : body)}>
          {entry.rail === "" ? null : (
            <Block {...structure("Span", `${entry.id}/rail`)}>{entry.rail}</Block>
          )}
        </View>
      </View>
      <View style={styles.column} {...body}>
        {entry.lines.map((line, index) => (
          <EntryLine key={index} line={line} sid={`${entry.id}/${index}`} site={site} />
        ))}
      </View>
    </View>
  );
}
