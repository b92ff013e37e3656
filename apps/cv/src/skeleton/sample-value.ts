import type { SchemaNode } from "@triptych/schema";

/** Values of the forms the schema asks for; the first one that fits a pattern is taken. */
const FORMS = [
  "new-entry",
  "2024",
  "EUR",
  "10.5555/example",
  "2401.00001",
  "0000-0002-1825-0097",
  "978-0-306-40615-7",
  "monthly",
];

/** Keys by what a reader would expect to see there. */
const WORDS: Record<string, string> = {
  pages: "1-16",
  timeZone: "Europe/Amsterdam",
  phone: "+31 20 000 0000",
  asOfPrinted: "06/12/2024",
};

function sampleText({ name, format, pattern }: SchemaNode, key: string): string {
  if (name === "PartialDate") return "2024-06";
  if (name === "PeriodEnd") return "present";
  if (format === "uri") return "https://example.org/";
  if (format === "email") return "name@example.org";
  const fitting =
    pattern === undefined ? undefined : FORMS.find((form) => new RegExp(pattern, "u").test(form));
  return fitting ?? WORDS[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
}

/** As few entries as are allowed, but one; texts are told apart by a number. */
function sampleList({ items, minItems }: SchemaNode, key: string): unknown[] {
  if (items === undefined) return [];
  const count = Math.max(1, minItems ?? 1);
  return Array.from({ length: count }, (_, index) =>
    sampleValue(items, count === 1 ? key : `${key} ${index + 1}`),
  );
}

/** A value that the schema accepts at a place, with no more than it requires. */
export function sampleValue(node: SchemaNode, key: string): unknown {
  const [choice] = node.choices;
  if (choice !== undefined) return choice;
  const [form] = node.forms;
  if (form !== undefined) return sampleValue(form, key);
  switch (node.type) {
    case "array":
      return sampleList(node, key);
    case "object":
      return Object.fromEntries(
        node.properties
          .filter(({ isRequired }) => isRequired)
          .map((property) => [property.key, sampleValue(property.node, property.key)]),
      );
    case "integer":
    case "number":
      return Math.max(1, node.minimum ?? 1);
    case "boolean":
      return node.defaultValue ?? false;
    default:
      return sampleText(node, key);
  }
}
