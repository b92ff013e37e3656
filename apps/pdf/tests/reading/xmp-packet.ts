import { SaxesParser } from "saxes";

/**
 * The properties of an XMP packet by namespace and name, such as
 * `http://purl.org/dc/elements/1.1/title`; lists keep their order.
 */
export type XmpPacket =
  | { kind: "read"; properties: Map<string, string[]> }
  | { kind: "malformed"; reason: string };

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

function nameOf({ uri, local }: { uri: string; local: string }): string {
  return `${uri}${local}`;
}

/** Reads the packet as XML with namespaces; nothing that a strict parser rejects passes. */
export function readXmp(text: string): XmpPacket {
  const properties = new Map<string, string[]>();
  const path: string[] = [];
  let reason: string | undefined;
  const add = (name: string, value: string) =>
    properties.set(name, [...(properties.get(name) ?? []), value]);
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    reason ??= error.message;
  });
  parser.on("opentag", (tag) => {
    path.push(nameOf(tag));
    if (path.at(-1) !== `${RDF}Description`) return;
    for (const attribute of Object.values(tag.attributes))
      if (attribute.uri !== RDF && attribute.prefix !== "xmlns")
        add(nameOf(attribute), attribute.value);
  });
  parser.on("text", (value) => {
    const property = path[path.lastIndexOf(`${RDF}Description`) + 1];
    if (value.trim() !== "" && path.includes(`${RDF}Description`) && property !== undefined)
      add(property, value);
  });
  parser.on("closetag", () => {
    path.pop();
  });
  parser.write(text.replace(/^\ufeff/, "")).close();
  return reason === undefined ? { kind: "read", properties } : { kind: "malformed", reason };
}
