import type { Document, LineCounter } from "yaml";

/** One parsed YAML file: its values, and the document that knows where each of them stands. */
export interface ContentFile {
  name: string;
  text: string;
  document: Document;
  lines: LineCounter;
  values: ReadonlyMap<string, unknown>;
}
