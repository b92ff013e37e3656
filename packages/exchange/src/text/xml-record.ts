import { Parser } from "htmlparser2";
import { createLineCounter } from "./line-index.ts";
import { cleanLine } from "./plain-text.ts";
import type { TaggedRecord } from "./tagged-text.ts";

export interface XmlStyle {
  /** The element that holds a record. */
  record: string;
  /** An element that only dresses text. */
  style?: string;
}

/**
 * Records of a file, in one pass; a text that is no XML, or broken, gives those that are there. The
 * tags of a record are the paths of its elements, such as `contributors/authors/author`; those on
 * top have their attributes beside them, such as `ref-type@name`.
 */
export function scanXml(text: string, { record, style }: XmlStyle): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let current: TaggedRecord | undefined;
  const lineAt = createLineCounter(text);
  let path: string[] = [];
  let value = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === record) {
          current = { line: lineAt(parser.startIndex), tags: [], isClosed: true };
          path = [];
        } else if (current !== undefined && name !== style) {
          path.push(name);
          value = "";
          if (path.length === 1)
            for (const [key, said] of Object.entries(attributes))
              current.tags.push({ name: `${name}@${key}`, value: said });
        }
      },
      ontext: (piece) => {
        value += piece;
      },
      onclosetag: (name) => {
        if (current === undefined || name === style) return;
        if (name === record) {
          records.push(current);
          current = undefined;
          return;
        }
        const line = cleanLine(value);
        if (line !== undefined) current.tags.push({ name: path.join("/"), value: line });
        path.pop();
        value = "";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return records;
}
