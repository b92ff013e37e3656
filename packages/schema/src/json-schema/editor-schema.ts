import { Profile } from "../entry/profile.ts";
import { SCHEMA_VERSION } from "../schema-version.ts";
import { contentFileJsonSchema } from "./json-schema.ts";

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** No text, an address for one, is taken by its beginning alone. */
const WEB_ADDRESS = { pattern: "^https?://\\S+$", patternErrorMessage: "must begin with https://" };

/** Texts of one line have no spaces at their ends. */
const LINE = {
  pattern: "^\\S(?:.*\\S)?$",
  patternErrorMessage: "must be one line without spaces at its ends",
};

/**
 * What an editor says of a text that a pattern does not take, by an example that it takes. The
 * widest pattern stands first: an id may look like a date, and no date like that id.
 */
const EXAMPLES: readonly [example: string, message: string][] = [
  ["more-convnets", "must be small letters and digits joined by single hyphens"],
  ["2024-06-12", "must be a date such as 2024, 2024-06 or 2024-06-12"],
  ["2024", "must be a year such as 2024"],
  ["EUR", "must be a currency code of three capitals such as EUR"],
  ["10.1000/182", "must be a DOI such as 10.1000/182, without https://doi.org/"],
  ["2201.11380", "must be an arXiv identifier such as 2201.11380"],
  ["0000-0002-1825-0097", "must be an ORCID iD such as 0000-0002-1825-0097"],
  ["978-0-306-40615-7", "must be an ISBN such as 978-0-306-40615-7"],
  ["name@example.org", "must be an e-mail address such as name@example.org"],
  ["0 9 * * 1", "must be weekly, monthly, quarterly or five cron fields"],
  ["none", "must be same, none, or an address such as https://digest.example.org"],
];

/**
 * A text that YAML reads as a number is taken by the check as it was typed: `date: 2024`. Which
 * numbers those may be follows from the pattern of the text.
 */
function numbersFor(pattern: RegExp | undefined): Node[] {
  if (pattern === undefined) return [{ type: ["number", "boolean"] }];
  const isTaken = (text: string) => pattern.test(text);
  return [
    ...(isTaken("2024") && !isTaken("20240")
      ? [{ type: "integer", minimum: 1000, maximum: 9999 }]
      : []),
    ...(isTaken("20240") ? [{ type: "integer", minimum: 0 }] : []),
    ...(isTaken("9780306406157") && !isTaken("20240")
      ? [{ type: "integer", minimum: 1e9, maximum: 9_999_999_999_999 }]
      : []),
    ...(isTaken("2201.11380") && !isTaken("0.5")
      ? [{ type: "number", minimum: 1000, maximum: 9999.99999, not: { type: "integer" } }]
      : []),
  ];
}

/** The words for a pattern; never the pattern itself. */
function wordsFor(pattern: RegExp): string {
  const fitting = EXAMPLES.find(([example]) => pattern.test(example));
  return fitting?.[1] ?? "is not of the form that is needed here";
}

function openText(node: Node): Node {
  const { type, description, default: preset, ...text } = node;
  const kept = {
    ...(description === undefined ? {} : { description }),
    ...(preset === undefined ? {} : { default: preset }),
  };
  if (Array.isArray(text["enum"]) || "const" in text) return node;
  if (text["format"] === "uri") return { ...kept, type, format: "uri", ...WEB_ADDRESS };
  const own = typeof text["pattern"] === "string" ? new RegExp(text["pattern"], "u") : undefined;
  if (own !== undefined) Object.assign(text, { patternErrorMessage: wordsFor(own) });
  else if (text["minLength"] !== undefined && !String(description).includes("paragraph"))
    Object.assign(text, LINE);
  return { ...kept, anyOf: [{ type, ...text }, ...numbersFor(own)] };
}

function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (!isNode(value)) return value;
  const opened = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key === "default" ? child : open(child)]),
  );
  return opened["type"] === "string" ? openText(opened) : opened;
}

/** An empty part, as in `talks:` with nothing below it, is one that was left out. */
const orNothing = (part: unknown): unknown => ({
  ...(isNode(part) && typeof part["description"] === "string"
    ? { description: part["description"] }
    : {}),
  anyOf: [part, { type: "null" }],
});

/**
 * The schema that editors check a content file with. It takes what the check takes: also numbers
 * where they were meant as texts, parts without a value, and older versions.
 */
export function editorJsonSchema(): Node {
  const opened = open(contentFileJsonSchema());
  const { properties, ...root } = isNode(opened) ? opened : {};
  const parts = Object.entries(isNode(properties) ? properties : {}).map(([key, part]) => [
    key,
    key === "profile"
      ? { description: Profile.description, ...(isNode(part) ? part : {}) }
      : key === "schemaVersion"
        ? versions(part)
        : orNothing(part),
  ]);
  return { ...root, properties: Object.fromEntries(parts) };
}

function versions(part: unknown): Node {
  const numbers = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
  const about = isNode(part) ? part["description"] : undefined;
  return { description: about, enum: [...numbers, null], default: SCHEMA_VERSION };
}
