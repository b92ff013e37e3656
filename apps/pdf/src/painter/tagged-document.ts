import { EmbeddedFace } from "./embedded-face.ts";
import type { GlyphPosition, ShapedGlyph } from "../shaping/shaper.ts";
import { LeanDocument } from "./lean-document.ts";
import type { TextRun } from "./text-run.ts";
import { describeDocument, describeUaSchema, type DocumentInfo } from "./xmp.ts";

type Structure = PDFKit.PDFStructureElement;

/** What a document says of itself and of where its links lead. */
export interface Described {
  info: DocumentInfo;
  describeLink: (link: { words: string; address: string }) => string;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * pdfkit with structure: text becomes marked content of structure elements, links become Link
 * elements with their annotation, and the metadata is complete and escaped.
 */
export class TaggedDocument extends LeanDocument {
  // pdfkit's own fields, which its types leave out.
  declare _font: ConstructorParameters<typeof EmbeddedFace>[0];
  declare _fontSize: number;
  declare page: PDFKit.PDFPage & { fonts: Record<string, unknown> };
  declare appendXML: (xml: string) => void;

  readonly #info: DocumentInfo;
  readonly #describeLink: Described["describeLink"];
  readonly #isArchive: boolean;
  readonly #faces = new Map<object, EmbeddedFace>();
  #face: EmbeddedFace | undefined;

  constructor({ info, describeLink }: Described, { archive }: { archive: boolean }) {
    // pdfkit makes the file's id from a date, and takes today where it is given none.
    const date = info.date ?? new Date(0);
    const options: PDFKit.PDFDocumentOptions = {
      pdfVersion: "1.7",
      tagged: true,
      lang: info.language,
      displayTitle: true,
      bufferPages: true,
      ...(archive ? { subset: "PDF/A-3a" } : {}),
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Keywords: info.keywords,
        Creator: info.creator,
        Producer: info.producer,
        CreationDate: date,
        ModDate: date,
      },
    };
    // Without `font: null`, which its types do not know, pdfkit opens with an unembedded Helvetica.
    super(Object.assign(options, { font: null }));
    if (info.date === undefined) {
      delete this.info.CreationDate;
      delete this.info.ModDate;
    }
    this.#info = info;
    this.#describeLink = describeLink;
    this.#isArchive = archive;
  }

  /**
   * pdfkit builds a new EmbeddedFont for every font object it is handed and compares by JSON; one a
   * face is enough.
   */
  override font(
    source: PDFKit.Mixins.PDFFontSource,
    family?: string | number,
    size?: number,
  ): this {
    // The renderer falls back on fonts that are not embedded, and have other glyphs.
    if (typeof source !== "object" || source === null || source instanceof Uint8Array)
      throw new Error(`Text is set in ${String(source)}, which is no face of ours.`);
    const points = typeof family === "number" ? family : size;
    const known = this.#faces.get(source);
    if (known === undefined) {
      super.font(source, `face-${this.#faces.size}`);
      this.#face = new EmbeddedFace(this._font);
      this.#faces.set(source, this.#face);
    } else {
      this.#face = known;
      this._font = known.font;
    }
    if (points !== undefined) this.fontSize(points);
    return this;
  }

  /**
   * Writes what a page says, since pages are kept until the document ends. Its running head, which
   * comes last, gets a stream of its own.
   */
  writePage(): void {
    const { page } = this;
    const text = page.content;
    this.flush();
    text.finalize();
    page.content = this.ref({});
    // A stream without a byte would be written as none.
    page.write("");
    Object.assign(page.dictionary.data, { Contents: [text, page.content] });
  }

  /**
   * Paints a block of text: each run is content of the element, or of a link that stays one over
   * several runs and lines.
   */
  paintText(runs: readonly TextRun[], element: Structure, tag: string): void {
    let [link, to]: [Structure | undefined, string | undefined] = [undefined, undefined];
    for (const run of runs) {
      if (run.link !== to) {
        to = run.link;
        link = to === undefined ? undefined : this.struct("Link");
        if (link !== undefined) element.add(link);
      }
      const content = this.markStructureContent(link === undefined ? tag : "Link");
      this.font(run.face, run.size);
      this.fillColor(run.colour);
      this.#paint(run.glyphs, run.positions, run);
      this.endMarkedContent();
      (link ?? element).add(content);
      if (link !== undefined) this.#annotate(run, link);
    }
  }

  /** `@react-pdf/render` calls this for what it paints itself: texts of pictures, running heads. */
  glyphs(glyphs: ShapedGlyph[], positions: GlyphPosition[]): this {
    this.#paint(glyphs, positions, { x: 0, y: 0, isReversed: false });
    return this;
  }

  /** The annotation says where it leads (ISO 14289-1, 7.18.5): its own words, and the address. */
  #annotate(run: TextRun, owner: Structure): void {
    const { link: to = "", linkWords } = run;
    const words = linkWords || run.text.trim();
    const address = to.replace(/^(https?:\/\/|mailto:)/, "");
    const contents =
      words === "" || address.includes(words) ? address : this.#describeLink({ words, address });
    const options: PDFKit.Mixins.AnnotationOption = {};
    // pdfkit writes String objects as PDF text strings and plain strings as names; its types know
    // neither them nor structParent.
    Object.assign(options, { structParent: owner, Contents: new String(contents) });
    this.link(run.x, run.y - run.height - run.descent, run.width, run.height, to, options);
  }

  #paint(
    glyphs: readonly ShapedGlyph[],
    positions: readonly GlyphPosition[],
    { x, y, isReversed }: Pick<TextRun, "x" | "y" | "isReversed">,
  ): void {
    const face = this.#face;
    if (face === undefined) throw new Error("Text is painted before a font is chosen.");
    const { id } = face.font;
    this.page.fonts[id] ??= face.font.ref();
    const size = this._fontSize;
    // Page space runs downwards (pdfkit flips it); the text matrix flips the glyphs back upright.
    const place = `${round(x)} ${round(y)}`;
    const shown =
      `BT 1 0 0 -1 ${place} Tm /${id} ${round(size)} Tf ` +
      `${face.show(glyphs, positions, { size, isReversed })} ET`;
    // Letters from right to left are shown in the order in which they stand (ISO 32000-1,
    // 14.8.2.3.3).
    this.addContent(isReversed ? `/ReversedChars BMC ${shown} EMC` : shown);
    const parts = face.drawParts(glyphs, positions, size);
    if (parts !== "") this.addContent(`q 1 0 0 1 ${place} cm ${parts} Q`);
  }

  /** pdfkit calls this when it writes the metadata. */
  _addInfo(): void {
    this.appendXML(describeDocument(this.#info));
    if (this.#isArchive) this.appendXML(describeUaSchema());
  }
}
