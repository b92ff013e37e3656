import type { Edition } from "@triptych/view";
import type { Addresses } from "../../addresses/page-addresses.ts";

/** What the letter of an edition is made of, as HTML and as text. */
export interface DigestLetterProps {
  name: string;
  /**
   * Address at which the researcher is reached, where the record has one: mail to many says who
   * sends it and how to answer.
   */
  contact?: string | undefined;
  edition: Edition;
  number: number;
  /** Key of the tailored letter this is, where it is one. */
  tailored?: string;
  /** A line by the researcher, or several with empty lines between them. */
  note: string | undefined;
  addresses: Addresses;
  unsubscribe: string;
  /** Leaves out first lines and links, as long editions do. */
  isCompact?: boolean;
  /**
   * How many of the new works are listed; the letter says how many more there are. Left out, all.
   */
  shown?: number;
}

/** The paragraphs of a note. */
export function noteParagraphs(note: string | undefined): string[] {
  return (note ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
