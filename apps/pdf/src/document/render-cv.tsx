import type { Cv, Variant } from "@triptych/schema";
import {
  composeChart,
  composeDocument,
  composeHeader,
  composePublications,
  composeRunningHead,
  type CvDocument,
  describeOmissions,
  documentRecord,
  plainText,
} from "@triptych/view";
import { language } from "../words.ts";
import type { Paper } from "../components/paper.ts";
import { listUnits, type Unit } from "../components/unit.ts";
import { listPaintedTexts } from "../fonts/document-texts.ts";
import { chooseFaces } from "../fonts/face-choice.ts";
import { locateMissing, type MissingGlyph } from "../fonts/missing-glyph.ts";
import { loadTextFaces } from "../fonts/text-faces.ts";
import { setBroken, setUnits } from "../pages/galley.tsx";
import type { KeptUnits } from "../pages/kept-units.ts";
import { makeUp } from "../pages/make-up.ts";
import { OverflowMeter } from "../pages/overflow.ts";
import type { LaidOutNode } from "../painter/laid-out.ts";
import { paintTagged } from "../painter/render-tagged.ts";
import type { DocumentInfo } from "../painter/xmp.ts";

export interface RenderOptions {
  cv: Cv;
  variant: Variant;
  paper: Paper;
  /** Address of the site without a slash at the end; works are linked to it where it is known. */
  site: string | undefined;
  /** The document's date in all its metadata; undefined where the record dates nothing. */
  date: Date | undefined;
  /** `YYYY-MM-DD`; what the record dates later has not happened yet. */
  today?: string | undefined;
  /**
   * Where several documents are rendered one after the other: what they have in common is laid out
   * once.
   */
  kept?: KeptUnits | undefined;
}

export type RenderResult =
  | {
      kind: "rendered";
      pdf: Buffer;
      pages: number;
      /** Characters that no font draws: each is a placeholder that is read as the character. */
      missing: MissingGlyph[];
    }
  | TooLong;

/** The variant has more than its pages hold. */
export interface TooLong {
  kind: "too-long";
  pages: number;
  allowed: number;
  /** By how much, in lines of running text and in millimetres. */
  lines: number;
  millimetres: number;
  /** The first entry that has no place, such as `Publications, “A Title”`. */
  first: string | undefined;
  /** What the variant's own rules leave out already; empty where they leave out nothing. */
  omitted: string;
}

/** The section of an entry, and the line by which it is known. */
function nameEntry({ sections }: CvDocument, id: string): string | undefined {
  for (const section of sections) {
    const entry = section.groups
      .flatMap(({ entries }) => entries)
      .find((candidate) => candidate.id === id);
    if (entry !== undefined) return `${section.title}, “${plainText(entry.lines[0]?.spans ?? [])}”`;
  }
  return undefined;
}

function describe({ title, header, sections }: CvDocument, date: Date | undefined): DocumentInfo {
  const { name } = header;
  const interests = sections.some(({ id }) => id === "interests") ? header.interests : [];
  return {
    title: language.pdf.title({ title, name }),
    author: name,
    subject: title,
    keywords: language.pdf.keywords({ title, interests }),
    language: language.pdf.language,
    creator: "Triptych",
    producer: "Triptych with react-pdf",
    ...(date === undefined ? {} : { date }),
  };
}

/** What the document shows of the record, as a file inside of it. */
const attach = (cv: Cv, variant: Variant) => ({
  name: "cv.json",
  type: "application/json",
  description: language.pdf.attachment,
  data: Buffer.from(`${JSON.stringify(documentRecord(cv, variant), null, 2)}\n`),
});

/**
 * The PDF of one variant: tagged, outlined, with what it shows of the record attached. Same input,
 * same bytes.
 */
export async function renderCv({
  cv,
  variant,
  paper,
  site,
  date,
  today,
  kept,
}: RenderOptions): Promise<RenderResult> {
  const header = composeHeader(cv, language, today);
  const document = { ...composeDocument(cv, language, variant), header };
  const chart = composeChart(composePublications(cv, language), language);
  const texts = listPaintedTexts(document, chart);
  const choice = await chooseFaces(
    texts.map(({ text }) => text),
    await loadTextFaces(),
  );
  const missing = await locateMissing(choice.missing, cv, texts);
  const setting = { paper, site, choice, words: language.pdf };
  const meter = new OverflowMeter(variant.pages ?? Infinity);
  async function* pages(): AsyncGenerator<LaidOutNode> {
    const made = makeUp(setUnits(listUnits(document, chart), setting, kept), paper, (unit, used) =>
      setBroken(unit, used, setting),
    );
    for await (const page of made) {
      meter.add(page);
      yield page;
    }
  }
  async function* overlay(count: number): AsyncGenerator<LaidOutNode> {
    const heads = Array.from({ length: count }, (_, index): Unit => ({
      kind: "running-head",
      ...composeRunningHead(document, { page: index + 1, pages: count }, language),
    }));
    for await (const { node } of setUnits(heads, setting, kept)) yield node;
  }
  const pdf = await paintTagged(
    { pages: pages(), overlay },
    { info: describe(document, date), describeLink: language.pdf.link },
    attach(cv, variant),
  );
  const overflow = meter.read();
  if (overflow === undefined || variant.pages === undefined)
    return { kind: "rendered", pdf, pages: meter.pages, missing };
  const { firstEntry, ...excess } = overflow;
  return {
    kind: "too-long",
    pages: meter.pages,
    allowed: variant.pages,
    ...excess,
    first: firstEntry === undefined ? undefined : nameEntry(document, firstEntry),
    omitted: describeOmissions(cv, variant, language),
  };
}
