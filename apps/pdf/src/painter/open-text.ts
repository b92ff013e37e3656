import type { TextRun } from "./text-run.ts";

type Structure = PDFKit.PDFStructureElement;

/** What has been painted, to be added to its element or link in the order of reading. */
interface Kid {
  order: number;
  parent: Structure;
  kid: Structure | PDFKit.PDFStructureContent;
}

/** A block of text while it is painted: its runs become content of its element and of its links. */
export class OpenText {
  readonly tag: string;
  readonly #element: Structure;
  /** What is still to be painted. */
  readonly #runs: TextRun[];
  readonly #kids: Kid[] = [];
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
  linkFor(to: string | undefined, order: number, create: () => Structure): Structure | undefined {
    if (to !== this.#to) {
      this.#to = to;
      this.#link = to === undefined ? undefined : create();
      if (this.#link !== undefined)
        this.#kids.push({ order, parent: this.#element, kid: this.#link });
      return this.#link;
    }
    const place = this.#kids.find(({ kid }) => kid === this.#link);
    // In writing from right to left, what is painted later may be read first.
    if (place !== undefined) place.order = Math.min(place.order, order);
    return this.#link;
  }

  add(kid: PDFKit.PDFStructureContent, order: number, link: Structure | undefined): void {
    this.#kids.push({ order, parent: link ?? this.#element, kid });
  }

  close(): void {
    if (this.#runs.length > 0)
      throw new Error("The renderer painted fewer runs than were laid out; was it upgraded?");
    for (const { parent, kid } of this.#kids.sort((a, b) => a.order - b.order)) parent.add(kid);
  }
}
