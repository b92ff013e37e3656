import PDFDocument from "pdfkit";

/**
 * A line as the file holds it: PDF's syntax is bytes, and pdfkit writes those above ASCII as
 * characters of the same number.
 */
const latin = (line: string) => Buffer.from(`${line}\n`, "latin1");

/**
 * pdfkit with less work for the same pages: operators become bytes a page at a time, and
 * react-pdf's settings are written where they change something.
 */
export class LeanDocument extends PDFDocument {
  // pdfkit's own, which its types leave out.
  declare push: (bytes: Uint8Array) => boolean;
  declare _offset: number;

  /** What the page says that has not been handed to it yet. */
  #operators: string[] = [];
  /** How areas are filled, at each level of saved graphics states (ISO 32000-1, 8.4.2). */
  #fills: { colour?: string | undefined; opacity?: number }[] = [{}];

  /** Begins without a page: it would be painted on before there is a place for what is said. */
  constructor(options: PDFKit.PDFDocumentOptions) {
    super({ ...options, autoFirstPage: false });
  }

  override addPage(options?: PDFKit.PDFDocumentOptions): this {
    this.flush();
    super.addPage(options);
    return this;
  }

  /**
   * pdfkit turns every operator into bytes by itself; a page of them at once takes a tenth of that
   * time.
   */
  override addContent(operators: string): this {
    this.#operators.push(operators);
    return this;
  }

  /**
   * Hands the page what has been said of it; before another page is begun, and before its stream is
   * closed.
   */
  flush(): void {
    if (this.#operators.length === 0) return;
    this.page.write(latin(this.#operators.join("\n")));
    this.#operators = [];
    this.#fills = [{}];
  }

  override switchToPage(index: number): PDFKit.PDFPage {
    this.flush();
    return super.switchToPage(index);
  }

  override end(): void {
    this.flush();
    super.end();
  }

  /** pdfkit calls this for every piece of the file. */
  _write(piece: Uint8Array | string): void {
    const bytes = typeof piece === "string" ? latin(piece) : piece;
    this.push(bytes);
    this._offset += bytes.length;
  }

  /**
   * react-pdf sets colour and opacity for every run of a line; what is set already need not be set
   * again.
   */
  override fillColor(colour: PDFKit.Mixins.ColorValue, opacity?: number): this {
    const fill = this.#fills.at(-1);
    if (opacity === undefined && typeof colour === "string" && fill?.colour === colour) return this;
    if (fill !== undefined) fill.colour = typeof colour === "string" ? colour : undefined;
    return super.fillColor(colour, opacity);
  }

  /** pdfkit asks for it with every colour, and then mostly without a value: what was set stays. */
  override fillOpacity(opacity: number | undefined): this {
    const fill = this.#fills.at(-1);
    if (opacity === undefined || fill?.opacity === opacity) return this;
    if (fill !== undefined) fill.opacity = opacity;
    return super.fillOpacity(opacity);
  }

  override opacity(opacity: number): this {
    const fill = this.#fills.at(-1);
    if (fill !== undefined) fill.opacity = opacity;
    return super.opacity(opacity);
  }

  override save(): this {
    this.#fills.push({ ...this.#fills.at(-1) });
    return super.save();
  }

  override restore(): this {
    this.#fills.pop();
    return super.restore();
  }
}
