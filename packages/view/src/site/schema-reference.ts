import {
  readSchemaDefinitions,
  SCHEMA_VERSION,
  type SchemaNode,
  type SchemaProperty,
} from "@triptych/schema";
import type { Words } from "@triptych/words";
import { slugify } from "../text/slug.ts";
import { type Span, weaveSpans } from "../text/span.ts";

/** A key of an entry, as the reference explains it. */
export interface FieldReference {
  key: string;
  isRequired: boolean;
  /** `Text`, `List of names as printed`, with links to what has a place of its own. */
  type: Span[];
  /** Empty where the key says it all. */
  description: string;
  /** Words it may be; empty where it may be anything of its type. */
  choices: string[];
}

/** Something the schema has a name for: the record, an entry, a value. */
export interface DefinitionReference {
  id: string;
  name: string;
  description: string;
  fields: FieldReference[];
  /** What a value that is no group of keys may be. */
  type: Span[];
}

export interface SchemaReference {
  version: number;
  definitions: DefinitionReference[];
}

/** `CoreRank` as words: `Core rank`; the whole record has a name of its own. */
function nameInWords(name: string, words: Words): string {
  if (name === "Cv") return words.schema.record;
  const plain = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const idOf = (name: string, words: Words) => `schema-${slugify(nameInWords(name, words))}`;

function plainType({ format, type }: SchemaNode, { schema: { types } }: Words): string {
  if (format === "uri") return types.address;
  if (format === "email") return types.email;
  switch (type) {
    case "string":
      return types.text;
    case "integer":
    case "number":
    case "boolean":
      return types[type];
    case "object":
      return types.keys;
    default:
      return types.value;
  }
}

/** What a value is, in words; what has a place of its own is a link to it. */
function typeSpans(node: SchemaNode, words: Words): Span[] {
  const { listOf, either, always, oneOf } = words.schema;
  if (node.name !== undefined)
    return [
      { text: nameInWords(node.name, words).toLowerCase(), href: `#${idOf(node.name, words)}` },
    ];
  if (node.type === "array" && node.items !== undefined)
    return weaveSpans(listOf({ items: typeSpans(node.items, words) }));
  if (node.forms.length > 0)
    return weaveSpans(either({ forms: node.forms.map((form) => typeSpans(form, words)) }));
  if (node.choices.length > 0) return [{ text: node.choices.length === 1 ? always : oneOf }];
  return [{ text: plainType(node, words) }];
}

/** The words a value, or the values of a list, may be; those of a definition stand with it. */
function choicesOf(node: SchemaNode): string[] {
  if (node.name !== undefined) return [];
  const own =
    node.items === undefined || node.items.name !== undefined ? node.choices : node.items.choices;
  return [...own, ...node.forms.flatMap(choicesOf)].map(String);
}

function capitalise(spans: Span[]): Span[] {
  const [first, ...rest] = spans;
  return first === undefined
    ? []
    : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

const fieldOf =
  (words: Words) =>
  ({ key, isRequired, node }: SchemaProperty): FieldReference => ({
    key,
    isRequired,
    type: capitalise(typeSpans(node, words)),
    // The description of a definition stands with the definition.
    description: node.name === undefined ? (node.description ?? "") : "",
    choices: choicesOf(node),
  });

/** Keys of a definition, also where one of its forms is a group of keys. */
function fieldsOf(node: SchemaNode, words: Words): FieldReference[] {
  return [...node.properties, ...node.forms.flatMap((form) => form.properties)].map(fieldOf(words));
}

/** The reference of the record's schema, made from the schema's own descriptions. */
export function composeSchemaReference(words: Words): SchemaReference {
  return {
    version: SCHEMA_VERSION,
    definitions: readSchemaDefinitions().map(({ name, node }) => ({
      id: idOf(name, words),
      name: nameInWords(name, words),
      description: node.description ?? "",
      fields: fieldsOf(node, words),
      type:
        node.properties.length > 0
          ? []
          : capitalise(typeSpans({ ...node, name: undefined }, words)),
    })),
  };
}
