import { EmbeddedFace } from "./embedded-face.ts";
import type { GlyphPosition, ShapedGlyph } from "../shaping/shaper.ts";
import { LeanDocument } from "./lean-document.ts";
import { OpenText } from "./open-text.ts";
import type { TextRun } from "./text-run.ts";
import { describeDocument, describeUaSchema, type DocumentInfo } from "./xmp.ts";

type Structure = PDFKit.PDFStructureElement;

interface PendingLink {
  method: "link" | "goTo";
  left: number;
  top: number;
  width: number;
  height: number;
  to: string;
}

/** What a document says of itself and of where its links lead. */
export interface Described {
  info: DocumentInfo;
  describeLink: (link: { words: string; address: string }) => string;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * pdfkit with structure: everything react-pdf paints as text between `openText` and `closeText`
 * becomes marked content of one structure element, links become Link elements with their
 * annotation, and the metadata is complete and escaped.
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
  #pending: PendingLink | undefined;
  #text: OpenText | undefined;

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
    const points = typeof family === "number" ? family : size;
    // The renderer falls back on fonts that are not embedded, and have other glyphs.
    if (typeof source !== "object" || source === null || source instanceof Uint8Array)
      throw new Error(`Text is set in ${String(source)}, which is no face of ours.`);
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
   * From here on, painted text belongs to `element`; `runs` are the runs that will be painted, in
   * the order of painting.
   */
  openText(element: Structure, tag: string, runs: readonly TextRun[]): void {
    this.#text = new OpenText(element, tag, runs);
  }

  closeText(): void {
    const open = this.#text;
    this.#text = undefined;
    this.#pending = undefined;
    open?.close();
  }

  /**
   * react-pdf announces a link before it paints the run; the annotation is made with the run,
   * inside its Link element.
   */
  override link(left: number, top: number, width: number, height: number, to: string): this {
    this.#pending = { method: "link", left, top, width, height, to };
    return this;
  }

  override goTo(left: number, top: number, width: number, height: number, to: string): this {
    this.#pending = { method: "goTo", left, top, width, height, to };
    return this;
  }

  /** The text painter: `@react-pdf/render` calls this instead of its own when it exists. */
  glyphs(glyphs: ShapedGlyph[], positions: GlyphPosition[]): this {
    const open = this.#text;
    const pending = this.#pending;
    this.#pending = undefined;
    if (open === undefined) return this.#paint(glyphs, positions, false);
    const run = open.takeRun(glyphs.length);
    // Isolates and marks of direction draw nothing.
    if (run.text === "") return this;
    const link = open.linkFor(pending?.to, () => this.struct("Link"));
    const content = this.markStructureContent(pending === undefined ? open.tag : "Link");
    this.#paint(glyphs, positions, run.isReversed);
    this.endMarkedContent();
    open.add(content, link);
    if (pending !== undefined && link !== undefined)
      this.#annotate(pending, link, run.linkWords || run.text.trim());
    return this;
  }

  /** The annotation says where it leads (ISO 14289-1, 7.18.5): its own words, and the address. */
  #annotate(
    { method, left, top, width, height, to }: PendingLink,
    owner: Structure,
    words: string,
  ): void {
    const address = to.replace(/^(https?:\/\/|mailto:)/, "");
    const contents =
      words === "" || address.includes(words) ? address : this.#describeLink({ words, address });
    const options: PDFKit.Mixins.AnnotationOption = {};
    // pdfkit writes String objects as PDF text strings and plain strings as names; its types know
    // neither them nor structParent.
    Object.assign(options, { structParent: owner, Contents: new String(contents) });
    if (method === "link") super.link(left, top, width, height, to, options);
    else super.goTo(left, top, width, height, to, options);
  }

  #paint(glyphs: ShapedGlyph[], positions: GlyphPosition[], isReversed: boolean): this {
    const face = this.#face;
    if (face === undefined) throw new Error("Text is painted before a font is chosen.");
    const { id } = face.font;
    this.page.fonts[id] ??= face.font.ref();
    // Page space runs downwards (pdfkit flips it); the text matrix flips the glyphs back upright.
    const shown =
      `BT 1 0 0 -1 0 0 Tm /${id} ${round(this._fontSize)} Tf ` +
      `${face.show(glyphs, positions, { size: this._fontSize, isReversed })} ET`;
    // Letters from right to left are shown in the order in which they stand (ISO 32000-1,
    // 14.8.2.3.3).
    this.addContent(isReversed ? `/ReversedChars BMC ${shown} EMC` : shown);
    const parts = face.drawParts(glyphs, positions, this._fontSize);
    return parts === "" ? this : this.addContent(parts);
  }

  /** pdfkit calls this when it writes the metadata. */
  _addInfo(): void {
    this.appendXML(describeDocument(this.#info));
    if (this.#isArchive) this.appendXML(describeUaSchema());
  }
}
