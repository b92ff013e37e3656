import {
  readSchemaDefinitions,
  SCHEMA_VERSION,
  type SchemaNode,
  type SchemaProperty,
} from "@triptych/schema";
import { slugify } from "../text/slug.ts";
import type { Span } from "../text/span.ts";

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

/** `CoreRank` as words: `Core rank`. */
function nameInWords(name: string): string {
  const words = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase();
  return name === "Cv" ? "The record" : words.charAt(0).toUpperCase() + words.slice(1);
}

const idOf = (name: string) => `schema-${slugify(nameInWords(name))}`;

const FORMATS: Record<string, string> = { uri: "web address", email: "e-mail address" };

const TYPES: Record<string, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "group of keys",
};

/** What a value is, in words; what has a place of its own is a link to it. */
function typeSpans(node: SchemaNode, isNamed = true): Span[] {
  if (isNamed && node.name !== undefined)
    return [{ text: nameInWords(node.name).toLowerCase(), href: `#${idOf(node.name)}` }];
  if (node.type === "array" && node.items !== undefined)
    return [{ text: "list of: " }, ...typeSpans(node.items)];
  if (node.forms.length > 0)
    return node.forms.flatMap((form, index) => [
      ...(index === 0 ? [] : [{ text: ", or " }]),
      ...typeSpans(form),
    ]);
  if (node.choices.length > 0) return [{ text: node.choices.length === 1 ? "always" : "one of" }];
  return [{ text: FORMATS[node.format ?? ""] ?? TYPES[node.type ?? ""] ?? "value" }];
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

const fieldOf = ({ key, isRequired, node }: SchemaProperty): FieldReference => ({
  key,
  isRequired,
  type: capitalise(typeSpans(node)),
  // The description of a definition is told with the definition.
  description: node.name === undefined ? (node.description ?? "") : "",
  choices: choicesOf(node),
});

/** Keys of a definition, also where one of its forms is a group of keys. */
function fieldsOf(node: SchemaNode): FieldReference[] {
  return [...node.properties, ...node.forms.flatMap((form) => form.properties)].map(fieldOf);
}

/** The reference of the record's schema, made from the schema's own descriptions. */
export function composeSchemaReference(): SchemaReference {
  return {
    version: SCHEMA_VERSION,
    definitions: readSchemaDefinitions().map(({ name, node }) => ({
      id: idOf(name),
      name: nameInWords(name),
      description: node.description ?? "",
      fields: fieldsOf(node),
      type: node.properties.length > 0 ? [] : capitalise(typeSpans({ ...node, name: undefined })),
    })),
  };
}
