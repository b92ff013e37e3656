import type { TextRun } from "./text-run.ts";

type Structure = PDFKit.PDFStructureElement;

/** A block of text while it is painted: its runs become content of its element and of its links. */
export class OpenText {
  readonly tag: string;
  readonly #element: Structure;
  /** What is still to be painted. */
  readonly #runs: TextRun[];
  #link: Structure | undefined;
  #to: string | undefined;

  constructor(element: Structure, tag: string, runs: readonly TextRun[]) {
    this.#element = element;
    this.tag = tag;
    this.#runs = [...runs];
  }

  /** The next run, which must have so many glyphs. */
  takeRun(glyphs: number): TextRun {
    const run = this.#runs.shift();
    if (run?.length !== glyphs)
      throw new Error("The renderer painted another run than was laid out; was it upgraded?");
    return run;
  }

  /** The element of a link to an address; one that runs over several lines or runs stays one. */
  linkFor(to: string | undefined, create: () => Structure): Structure | undefined {
    if (to === this.#to) return this.#link;
    this.#to = to;
    this.#link = to === undefined ? undefined : create();
    if (this.#link !== undefined) this.#element.add(this.#link);
    return this.#link;
  }

  add(kid: PDFKit.PDFStructureContent, link: Structure | undefined): void {
    (link ?? this.#element).add(kid);
  }

  close(): void {
    if (this.#runs.length > 0)
      throw new Error("The renderer painted fewer runs than were laid out; was it upgraded?");
  }
}
