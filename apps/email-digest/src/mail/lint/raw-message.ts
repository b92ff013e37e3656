import { simpleParser } from "mailparser";

/** A message taken apart: its header fields as they stand, and its two bodies decoded. */
export interface RawMessage {
  /** The bytes as they go out. */
  source: Buffer;
  /** Unfolded fields in their order, values as written. */
  fields: { name: string; value: string }[];
  html: string;
  text: string;
}

/** Splits and unfolds the header section (RFC 5322, 2.2.3). */
function readFields(source: Buffer): RawMessage["fields"] {
  const end = source.indexOf("\r\n\r\n");
  const head = source.subarray(0, end === -1 ? source.length : end).toString("latin1");
  return head
    .replaceAll(/\r\n(?=[ \t])/g, "")
    .split("\r\n")
    .map((line) => ({
      name: line.slice(0, line.indexOf(":")),
      value: line.slice(line.indexOf(":") + 1).trim(),
    }));
}

export async function readMessage(source: Buffer): Promise<RawMessage> {
  const { html, text } = await simpleParser(source, { skipTextToHtml: true });
  return {
    source,
    fields: readFields(source),
    html: typeof html === "string" ? html : "",
    text: text ?? "",
  };
}

/** All values of a field; most may stand only once. */
export function valuesOf({ fields }: RawMessage, name: string): string[] {
  return fields
    .filter((field) => field.name.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value);
}

/** Names that a DKIM-Signature covers, in small letters (RFC 6376, 3.5: the `h` tag). */
export function signedNames(signature: string): string[] {
  const tags = signature.split(";").map((tag) => tag.trim());
  const list = tags.find((tag) => /^h\s*=/.test(tag)) ?? "h=";
  return list
    .slice(list.indexOf("=") + 1)
    .split(":")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}
