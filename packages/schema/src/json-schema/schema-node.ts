import { contentFileJsonSchema, cvJsonSchema } from "./json-schema.ts";

/** A node of the JSON Schema with its references followed. */
export interface SchemaNode {
  /** Name of the definition it came from, such as PartialDate. */
  name?: string | undefined;
  description?: string | undefined;
  type?: string | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  minimum?: number | undefined;
  minItems?: number | undefined;
  choices: unknown[];
  items?: SchemaNode | undefined;
  /** In the order of the schema. */
  properties: SchemaProperty[];
  forms: SchemaNode[];
  defaultValue?: unknown;
}

export interface SchemaProperty {
  key: string;
  isRequired: boolean;
  node: SchemaNode;
}

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

let made: Raw | undefined;

/** Made when it is first asked for: most programs that read a record never look at its schema. */
function readRoot(): Raw {
  made ??= contentFileJsonSchema();
  return made;
}

function followReference(raw: Raw): { raw: Raw; name?: string } {
  const [inner] = listOf(raw["allOf"]).filter(isRaw);
  const reference = textOf(raw["$ref"] ?? inner?.["$ref"]);
  if (reference === undefined) return { raw };
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  const { definitions } = readRoot();
  const definition: unknown = isRaw(definitions) ? definitions[name] : undefined;
  return { name, raw: { ...(isRaw(definition) ? definition : {}), ...raw } };
}

function readNode(value: unknown): SchemaNode {
  const { raw, name } = followReference(isRaw(value) ? value : {});
  const required = new Set(listOf(raw["required"]));
  const properties = isRaw(raw["properties"]) ? Object.entries(raw["properties"]) : [];
  return {
    name,
    description: textOf(raw["description"]),
    type: textOf(raw["type"]),
    format: textOf(raw["format"]),
    pattern: textOf(raw["pattern"]),
    minimum: typeof raw["minimum"] === "number" ? raw["minimum"] : undefined,
    minItems: typeof raw["minItems"] === "number" ? raw["minItems"] : undefined,
    choices: "const" in raw ? [raw["const"]] : listOf(raw["enum"]),
    items: raw["items"] === undefined ? undefined : readNode(raw["items"]),
    properties: properties.map(([key, child]) => ({
      key,
      isRequired: required.has(key),
      node: readNode(child),
    })),
    forms: listOf(raw["anyOf"]).map(readNode),
    defaultValue: raw["default"],
  };
}

/**
 * Every named definition, in the order in which the record leads to them; the record itself is the
 * first.
 */
export function readSchemaDefinitions(): { name: string; node: SchemaNode }[] {
  const definitions: unknown = cvJsonSchema()["definitions"];
  return isRaw(definitions)
    ? Object.entries(definitions).map(([name, definition]) => ({
        name,
        node: readNode(definition),
      }))
    : [];
}

/** The parts of a record as the published schema describes them. */
export function readSchemaParts(): SchemaProperty[] {
  return readNode(readRoot()).properties;
}
