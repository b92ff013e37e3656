import { Document, parse, visit } from "yaml";

/** Whether a text may stand without quotes, also between brackets. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}/][^:#,[\]{}"'`\n]*$/u.test(text) && !/^https?:\/\/[^\s,[\]{}#"']+$/.test(text))
    return false;
  const read: unknown = parse(text);
  return typeof read === "string" || /^\d{4}$/.test(text);
}

/** A value on one line, as it may stand behind a key and between brackets; dates without quotes. */
export function writeValue(value: unknown): string {
  if (typeof value === "string" && isPlain(value)) return value;
  const document = new Document(value);
  visit(document, {
    Collection: (_key, node) => void (node.flow = true),
    Scalar: (key, node) => {
      if (key === "key" || typeof node.value !== "string") return;
      node.type = isPlain(node.value)
        ? "PLAIN"
        : node.value.includes('"')
          ? "QUOTE_SINGLE"
          : "QUOTE_DOUBLE";
    },
  });
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true })
    .trimEnd()
    .replaceAll(/"(\d{4})"/g, "$1")
    .replace(/^\[ (.*) \]$/, "[$1]");
}
