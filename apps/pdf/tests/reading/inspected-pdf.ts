import { type PDFDocument, PDFDocument as Pdf, type PDFObject } from "mupdf";
import { listItems } from "./pdf-path.ts";
import { type PageContent, readPageContent } from "./page-content.ts";
import {
  listContent,
  listElements,
  readStructure,
  type StructureElement,
} from "./structure-tree.ts";

/** The annotation of a link. */
export interface LinkAnnotation {
  page: PageContent;
  object: PDFObject;
  /** The URI, or empty for a link inside the document. */
  address: string;
  contents: string;
}

/** A PDF read once for all rules. */
export interface InspectedPdf {
  document: PDFDocument;
  catalogue: PDFObject;
  pages: PageContent[];
  /** All elements of the structure tree in reading order. */
  elements: StructureElement[];
  links: LinkAnnotation[];
  /** Text of an element, in reading order. */
  textOf: (element: StructureElement) => string;
}

function readLinks(page: PageContent): LinkAnnotation[] {
  return listItems(page.page.get("Annots"))
    .filter((object) => object.get("Subtype").asName() === "Link")
    .map((object) => ({
      page,
      object,
      address: object.get("A", "URI").asString(),
      contents: object.get("Contents").asString(),
    }));
}

/** Reads pages, structure and links of a PDF; throws where the bytes are no PDF. */
export function inspectPdf(bytes: Uint8Array): InspectedPdf {
  const document = new Pdf(bytes);
  const catalogue = document.getTrailer().get("Root");
  const pages = Array.from({ length: document.countPages() }, (_, index) =>
    readPageContent(document.findPage(index), index + 1),
  );
  const elements = listElements(readStructure(catalogue.get("StructTreeRoot")));
  const texts = new Map(
    pages.map((page) => [page.object, new Map(page.marks.map((mark) => [mark.mcid, mark.text]))]),
  );
  const textOf = (element: StructureElement) =>
    listContent(element)
      .map(({ page, mcid }) => texts.get(page)?.get(mcid) ?? "")
      .join("");
  return { document, catalogue, pages, elements, links: pages.flatMap(readLinks), textOf };
}

/** The files inside a document as text, by name. */
export function readAttachments({ document }: InspectedPdf): Record<string, string> {
  return Object.fromEntries(
    Object.entries(document.getEmbeddedFiles()).map(([name, file]) => [
      name,
      document.getEmbeddedFileContents(file)?.asString() ?? "",
    ]),
  );
}
