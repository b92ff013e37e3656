import { SCHEMA_VERSION } from "@triptych/schema";
import { isMap, parseDocument } from "yaml";
import { MIGRATION_STEPS } from "./migration-step.ts";

/** A content file by its name and text. */
export interface NamedText {
  name: string;
  text: string;
}

const VERSION_KEY = "schemaVersion";

/**
 * Where the version is written: beside the settings, else beside the profile, else in the first
 * file.
 */
const HOMES = ["settings", "profile"];

const parse = (text: string) =>
  parseDocument(text, {
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    logLevel: "error",
  });

type Parsed = { name: string; text: string; document: ReturnType<typeof parse> };

function findHome(files: readonly Parsed[]): Parsed | undefined {
  const holding = (key: string) =>
    files.find(({ document }) => isMap(document.contents) && document.has(key));
  return [VERSION_KEY, ...HOMES].map(holding).find((file) => file !== undefined) ?? files[0];
}

/** Adds or changes the number and leaves the rest of the file as it is, to the blank. */
function writeVersion(text: string): string {
  const document = parse(text);
  const map = isMap(document.contents) ? document.contents : undefined;
  const stated = map?.get(VERSION_KEY, true);
  if (stated?.range != null) {
    const [start, end] = stated.range;
    const gap = text[start - 1] === ":" ? " " : "";
    return `${text.slice(0, start)}${gap}${SCHEMA_VERSION}${text.slice(end)}`;
  }
  if (map?.flow === true) {
    document.set(VERSION_KEY, SCHEMA_VERSION);
    return document.toString({ lineWidth: 0 });
  }
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : end;
  return `${text}${gap}${VERSION_KEY}: ${SCHEMA_VERSION}${end}`;
}

/**
 * Brings content files from a version to the newest, and returns those that change. Files that need
 * no edit but the number keep every other character; edited ones keep their comments.
 */
export function migrateFiles(files: readonly NamedText[], from: number): NamedText[] {
  const steps = MIGRATION_STEPS.filter((step) => step.from >= from);
  const parsed = files.map(({ name, text }): Parsed => ({ name, text, document: parse(text) }));
  const edited = parsed.map((file): Parsed => {
    const edits = steps.flatMap(({ edit }) => edit ?? []);
    for (const edit of edits) edit(file.document);
    return edits.length === 0 ? file : { ...file, text: file.document.toString({ lineWidth: 0 }) };
  });
  const home = findHome(edited);
  const written = edited.map(({ name, text }): NamedText => ({
    name,
    text: name === home?.name ? writeVersion(text) : text,
  }));
  return written.filter(
    ({ name, text }) => files.find((file) => file.name === name)?.text !== text,
  );
}
