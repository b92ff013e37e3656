import type { Cv, Variant } from "@triptych/schema";
import { composeChart, composeDocument, composePublications, type CvDocument, type Entry, plainText } from "@triptych/view";
import { Cv as CvElement, type Paper } from "./components/cv.tsx";
import { type Face, loadFaces } from "./fonts.ts";
import { layOut, paintTagged } from "./painter/render-tagged.ts";
import type { DocumentInfo } from "./painter/xmp.ts";

export interface RenderOptions {
  cv: Cv;
  variant: Variant;
  paper: Paper;
  /** Address of the site without a slash at the end; works are linked to it where it is known. */
  site: string | undefined;
  /** The document's date in all its metadata. */
  date: Date;
}

export type RenderResult =
  | { kind: "rendered"; pdf: Buffer; pages: number }
  | { kind: "too-long"; pages: number; allowed: number }
  | { kind: "missing-glyphs"; missing: MissingGlyph[] };

/** A character that none of the faces draws, with the entry it stands in. */
export interface MissingGlyph {
  character: string;
  where: string;
  tried: string[];
}

function textsOf(document: CvDocument): { where: string; text: string }[] {
  const entryTexts = (entry: Entry) => [entry.rail, ...entry.lines.map((line) => plainText(line.spans))].map((text) => ({ where: entry.id, text }));
  return [
    { where: "header", text: [document.title, document.header.name, ...document.header.roles, document.header.place, document.header.summary].join(" ") },
    ...document.sections.flatMap((section) => [
      ...section.intro.map((line) => ({ where: section.id, text: plainText(line.spans) })),
      ...section.groups.flatMap((group) => group.entries.flatMap(entryTexts)),
    ]),
  ];
}

function findMissingGlyphs(document: CvDocument, faces: readonly Face[]): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const { where, text } of textsOf(document)) {
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0;
      const tried = faces.filter((face) => !face.hasGlyphForCodePoint(point)).map((face) => face.fullName);
      if (tried.length > 0 && !found.has(character)) found.set(character, { character, where, tried });
    }
  }
  return [...found.values()];
}

function describe(document: CvDocument, date: Date): DocumentInfo {
  const { name, interests } = document.header;
  return {
    title: `${document.title}, ${name}`,
    author: name,
    subject: document.title,
    keywords: [document.title, ...interests].join("; "),
    language: "en",
    creator: "Triptych",
    producer: "Triptych with react-pdf",
    date,
  };
}

/** The PDF of one variant: tagged, outlined, with the record attached. Same input, same bytes. */
export async function renderCv({ cv, variant, paper, site, date }: RenderOptions): Promise<RenderResult> {
  const faces = await loadFaces();
  const document = composeDocument(cv, variant);
  const missing = findMissingGlyphs(document, faces);
  if (missing.length > 0) return { kind: "missing-glyphs", missing };
  const chart = composeChart(composePublications(cv));
  const laidOut = await layOut(<CvElement document={document} chart={chart} paper={paper} site={site} />);
  const pages = laidOut.children.length;
  if (variant.pages !== undefined && pages > variant.pages) return { kind: "too-long", pages, allowed: variant.pages };
  const attachment = {
    name: "cv.json",
    type: "application/json",
    description: "The record this document was made from",
    data: Buffer.from(`${JSON.stringify(cv, null, 2)}\n`),
  };
  return { kind: "rendered", pdf: await paintTagged(laidOut, describe(document, date), attachment), pages };
}
