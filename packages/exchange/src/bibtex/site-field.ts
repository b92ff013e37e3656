import type { Appearance, Honour, LinkType } from "@triptych/schema";
import { readHonour } from "../found/phrase/honour.ts";
import { readUrl } from "../found/identifier.ts";
import type { FieldReader } from "./bibtex-field.ts";

/** Fields in which pages such as al-folio's keep links, and what the link opens. */
const LINKS = {
  pdf: "paper",
  html: "paper",
  code: "code",
  github: "code",
  data: "data",
  dataset: "data",
  video: "video",
  slides: "slides",
  poster: "poster",
  website: "project",
  project: "project",
} as const satisfies Record<string, LinkType>;

/** Fields that are no link of the record and no fact of the work, by what they are. */
const OTHERS = {
  blog: "the record has no link to a blog post",
  supp: "the record has no link to supplementary material",
  preview: "a picture of the work has no place in the record",
  abbr: "a label for the venue has no place in the record",
  altmetric: "a badge of an index has no place in the record",
  dimensions: "a badge of an index has no place in the record",
  google_scholar_id: "a badge of an index has no place in the record",
  inspirehep_id: "a badge of an index has no place in the record",
} as const;

function readLinks(fields: FieldReader): Appearance["links"] {
  return Object.entries(LINKS).flatMap(([name, type]) =>
    fields.urls(name).flatMap((text) => {
      const url = readUrl(text);
      if (url === undefined)
        fields.notebook.drop(name, `“${text}” is a file of another site, not a full web address`);
      return url === undefined ? [] : [{ type, url }];
    }),
  );
}

function readHonours(fields: FieldReader): Honour[] {
  return ["award", "award_name"].flatMap((name) => {
    const text = fields.line(name);
    const honour = text === undefined ? undefined : readHonour(text);
    if (text !== undefined && honour === undefined)
      fields.notebook.drop(name, `“${text}” is none of the honours that the record knows`);
    return honour ?? [];
  });
}

/** What pages of people keep in their bibliography beside the facts of the work. */
export function readSiteFields(fields: FieldReader): {
  links: Appearance["links"];
  honours: Honour[];
  isSelected: boolean;
} {
  for (const [name, reason] of Object.entries(OTHERS)) {
    const text = fields.raw(name);
    if (text !== undefined) fields.notebook.drop(name, `“${text}”: ${reason}`);
  }
  return {
    links: readLinks(fields),
    honours: readHonours(fields),
    isSelected: fields.line("selected")?.toLowerCase() === "true",
  };
}
