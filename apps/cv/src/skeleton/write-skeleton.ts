import { readSchemaParts, type SchemaNode, type SchemaProperty } from "@triptych/schema";
import { Document, visit } from "yaml";
import { sampleValue } from "./sample-value.ts";

/** A kind of entry, by the part of the record it belongs to and, for works, by its form. */
export interface EntryKind {
  name: string;
  part: SchemaProperty;
  form?: string;
}

/** Plurals that do not end in `s` alone. */
const SINGULARS: Record<string, string> = {
  people: "person",
  publications: "publication",
  media: "media",
  service: "service",
  organisation: "organisation",
  skills: "skills",
  consulting: "consulting",
};

function formsOf(part: SchemaProperty): string[] {
  const appearance = part.node.items?.properties.find(({ key }) => key === "appearances")?.node
    .items;
  const kinds = appearance?.properties.find(({ key }) => key === "kind")?.node.choices ?? [];
  return kinds.filter((kind) => typeof kind === "string");
}

/**
 * Every kind of entry the schema knows: `talk`, `award`, `profile`; of works each form, such as
 * `book`.
 */
export function listEntryKinds(): EntryKind[] {
  return readSchemaParts()
    .filter(({ node }) => node.type === "array" || node.type === "object")
    .flatMap((part): EntryKind[] => {
      const name =
        SINGULARS[part.key] ?? (part.node.type === "array" ? part.key.replace(/s$/, "") : part.key);
      return [{ name, part }, ...formsOf(part).map((form) => ({ name: form, part, form }))];
    });
}

/** A value on one line, as YAML. */
function inline(value: unknown): string {
  const document = new Document(value);
  visit(document, { Collection: (_key, node) => void (node.flow = true) });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

const comment = ({ description }: SchemaNode) =>
  description === undefined ? "" : `  # ${description.replaceAll(/\s+/g, " ")}`;

interface Context {
  /** Samples that the schema alone does not give, by key. */
  known: Record<string, unknown>;
}

/**
 * What is required stands ready to be changed; what may be left out is a comment that becomes true
 * when its # is removed.
 */
function writeProperties(
  properties: readonly SchemaProperty[],
  indent: string,
  context: Context,
): string[] {
  const ordered = [
    ...properties.filter(({ isRequired }) => isRequired),
    ...properties.filter(({ isRequired }) => !isRequired),
  ];
  return ordered.flatMap(({ key, isRequired, node }): string[] => {
    const item = node.type === "array" ? node.items : undefined;
    if (isRequired && key in context.known)
      return [`${indent}${key}: ${inline(context.known[key])}${comment(node)}`];
    if (isRequired && item?.type === "object")
      return [`${indent}${key}:${comment(node)}`, ...writeItem(item, `${indent}  `, context)];
    const line = `${key}: ${inline(sampleValue(node, key))}${comment(node)}`;
    return [`${indent}${isRequired ? "" : "# "}${line}`];
  });
}

function writeItem(node: SchemaNode, indent: string, context: Context): string[] {
  const lines = writeProperties(node.properties, `${indent}  `, context);
  // Where nothing is required, the first key stands for what is.
  const at = Math.max(
    0,
    lines.findIndex((line) => !line.trimStart().startsWith("#")),
  );
  return lines.map((line, index) =>
    index === at ? `${indent}- ${line.trimStart().replace(/^# /, "")}` : line,
  );
}

/**
 * An entry to be filled in, as YAML that is valid as it stands.
 * @param owner name of the record's owner, who must be among the authors of a work
 */
export function writeSkeleton({ part: { key, node }, form }: EntryKind, owner: string): string {
  const context: Context = {
    known: { authors: [owner], ...(form === undefined ? {} : { kind: form }) },
  };
  const about = node.type === "array" ? node.items : node;
  const head = about?.description === undefined ? [] : [`# ${about.description}`];
  const body =
    node.type === "array" && node.items !== undefined
      ? writeItem(node.items, "  ", context)
      : writeProperties(node.properties, "  ", context);
  return [...head, `${key}:`, ...body, ""].join("\n");
}
