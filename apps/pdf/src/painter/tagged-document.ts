import PDFDocument from "pdfkit";
import { describeDocument, describeUaSchema, type DocumentInfo } from "./xmp.ts";

/** The parts of fontkit's glyph and position that painting needs; advances in font units, positions in points. */
interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

interface GlyphPosition {
  xAdvance: number;
}

/** pdfkit's embedded font, as far as we write into it. */
interface EmbeddedFont {
  id: string;
  font: { unitsPerEm: number };
  scale: number;
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
  subset: { includeGlyph(id: number): number };
  ref(): unknown;
}

type Structure = PDFKit.PDFStructureElement;

interface PendingLink {
  method: "link" | "goTo";
  left: number;
  top: number;
  width: number;
  height: number;
  to: string;
}

interface OpenText {
  element: Structure;
  tag: string;
  link: Structure | undefined;
  to: string | undefined;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * pdfkit with structure: everything react-pdf paints as text between `openText` and `closeText` becomes marked content of one
 * structure element, links become Link elements with their annotation, and the metadata is complete and escaped.
 */
export class TaggedDocument extends PDFDocument {
  // pdfkit's own fields, which its types leave out.
  declare _font: EmbeddedFont;
  declare _fontSize: number;
  declare page: PDFKit.PDFPage & { fonts: Record<string, unknown> };
  declare addContent: (operators: string) => this;
  declare appendXML: (xml: string) => void;

  readonly #info: DocumentInfo;
  readonly #isArchive: boolean;
  readonly #fonts = new Map<object, EmbeddedFont>();
  #pending: PendingLink | undefined;
  #text: OpenText | undefined;

  constructor(info: DocumentInfo, { archive }: { archive: boolean }) {
    const options: PDFKit.PDFDocumentOptions = {
      pdfVersion: "1.7",
      tagged: true,
      lang: info.language,
      displayTitle: true,
      autoFirstPage: false,
      ...(archive ? { subset: "PDF/A-3b" } : {}),
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Keywords: info.keywords,
        Creator: info.creator,
        Producer: info.producer,
        CreationDate: info.date,
        ModDate: info.date,
      },
    };
    // Without `font: null`, which its types do not know, pdfkit opens with an unembedded Helvetica.
    super(Object.assign(options, { font: null }));
    this.#info = info;
    this.#isArchive = archive;
  }

  /** pdfkit builds a new EmbeddedFont for every font object it is handed and compares by JSON; one a face is enough. */
  override font(source: PDFKit.Mixins.PDFFontSource, family?: string | number, size?: number): this {
    const points = typeof family === "number" ? family : size;
    if (typeof source !== "object" || source === null || source instanceof Uint8Array) {
      super.font(source);
    } else {
      const known = this.#fonts.get(source);
      if (known === undefined) {
        super.font(source, `face-${this.#fonts.size}`);
        this.#fonts.set(source, this._font);
      } else this._font = known;
    }
    if (points !== undefined) this.fontSize(points);
    return this;
  }

  /** From here on, painted text belongs to `element`. */
  openText(element: Structure, tag: string): void {
    this.#text = { element, tag, link: undefined, to: undefined };
  }

  closeText(): void {
    this.#text = undefined;
    this.#pending = undefined;
  }

  /** react-pdf announces a link before it paints the run; the annotation is made with the run, inside its Link element. */
  override link(left: number, top: number, width: number, height: number, to: string): this {
    this.#pending = { method: "link", left, top, width, height, to };
    return this;
  }

  override goTo(left: number, top: number, width: number, height: number, to: string): this {
    this.#pending = { method: "goTo", left, top, width, height, to };
    return this;
  }

  /** The text painter: `@react-pdf/render` calls this instead of its own when it exists. */
  glyphs(glyphs: Glyph[], positions: GlyphPosition[]): this {
    const open = this.#text;
    const pending = this.#pending;
    this.#pending = undefined;
    if (open === undefined) return this.#paint(glyphs, positions);
    const owner = pending === undefined ? this.#leaveLink(open) : this.#enterLink(open, pending);
    const content = this.markStructureContent(pending === undefined ? open.tag : "Link");
    this.#paint(glyphs, positions);
    this.endMarkedContent();
    owner.add(content);
    if (pending !== undefined) this.#annotate(pending, owner, glyphs);
    return this;
  }

  #leaveLink(open: OpenText): Structure {
    open.link = undefined;
    open.to = undefined;
    return open.element;
  }

  /** A link that runs over several lines or runs stays one Link element. */
  #enterLink(open: OpenText, pending: PendingLink): Structure {
    if (open.link === undefined || open.to !== pending.to) {
      open.link = this.struct("Link");
      open.to = pending.to;
      open.element.add(open.link);
    }
    return open.link;
  }

  /** The annotation says where it leads (ISO 14289-1, 7.18.5): its own words, and the address. */
  #annotate({ method, left, top, width, height, to }: PendingLink, owner: Structure, glyphs: Glyph[]): void {
    const words = glyphs
      .flatMap((glyph) => glyph.codePoints.map((point) => String.fromCodePoint(point)))
      .join("")
      .trim();
    const address = to.replace(/^(https?:\/\/|mailto:)/, "");
    const contents = words === "" || address.includes(words) ? address : `${words} (${address})`;
    const options: PDFKit.Mixins.AnnotationOption = {};
    // pdfkit writes String objects as PDF text strings and plain strings as names; its types know neither them nor structParent.
    Object.assign(options, { structParent: owner, Contents: new String(contents) });
    if (method === "link") super.link(left, top, width, height, to, options);
    else super.goTo(left, top, width, height, to, options);
  }

  #paint(glyphs: Glyph[], positions: GlyphPosition[]): this {
    const { font, subset, widths, unicode, scale, id } = this._font;
    const perPoint = 1000 / this._fontSize;
    const perUnit = 1000 / font.unitsPerEm;
    let operands = "";
    let segment = "";
    for (const [index, glyph] of glyphs.entries()) {
      const code = subset.includeGlyph(glyph.id);
      widths[code] ??= glyph.advanceWidth * scale;
      unicode[code] ??= glyph.codePoints;
      segment += code.toString(16).padStart(4, "0");
      const kern = round(glyph.advanceWidth * perUnit - (positions[index]?.xAdvance ?? 0) * perPoint);
      if (kern !== 0) {
        operands += `<${segment}>${kern}`;
        segment = "";
      }
    }
    if (segment !== "") operands += `<${segment}>`;
    this.page.fonts[id] ??= this._font.ref();
    // Page space runs downwards (pdfkit flips it); the text matrix flips the glyphs back upright.
    return this.addContent(`BT 1 0 0 -1 0 0 Tm /${id} ${round(this._fontSize)} Tf [${operands}] TJ ET`);
  }

  /** pdfkit calls this when it writes the metadata. */
  _addInfo(): void {
    this.appendXML(describeDocument(this.#info));
    if (this.#isArchive) this.appendXML(describeUaSchema());
  }
}
