import layoutDocument from "@react-pdf/layout";
import { type DocumentProps, Font, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { isLaidOutDocument, type LaidOutDocument } from "./laid-out.ts";
import { Painter } from "./paint.ts";
import { TaggedDocument } from "./tagged-document.ts";
import type { DocumentInfo } from "./xmp.ts";

/** A file inside the document: its source, for machines and for archives. */
export interface Attachment {
  name: string;
  type: string;
  description: string;
  data: Buffer;
}

/** The instance tree and the font store are what the two libraries hand each other; neither is in their published types. */
function runLayout(container: unknown, fonts: unknown): Promise<unknown> {
  const tree = typeof container === "object" && container !== null && "document" in container ? container.document : undefined;
  return Reflect.apply(layoutDocument, undefined, [tree, fonts]);
}

/** React reconciles, react-pdf lays out: pages of boxes in points. */
export async function layOut(element: ReactElement<DocumentProps>): Promise<LaidOutDocument> {
  const { container } = pdf(element);
  const laidOut: unknown = await runLayout(container, Font);
  if (!isLaidOutDocument(laidOut)) throw new Error("@react-pdf/layout returned a shape the painter does not know; was it upgraded?");
  return laidOut;
}

/**
 * Puts the pages of one layout over those of another, as artifacts: running heads know how many pages there are, and are laid out once the
 * content is. The renderer's own way costs a second pagination of everything, and counts the place of a head as used on the first page.
 */
export function overlayPages(content: LaidOutDocument, heads: LaidOutDocument): LaidOutDocument {
  const children = content.children.map((page, index) => {
    const over = heads.children[index]?.children ?? [];
    return { ...page, children: [...over.map((node) => ({ ...node, props: { ...node.props, fixed: true } })), ...(page.children ?? [])] };
  });
  return { ...content, children };
}

/** A tagged PDF (PDF/UA-1 identification; PDF/A-3a where there is an attachment) of laid-out pages. Same input, same bytes. */
export function paintTagged(laidOut: LaidOutDocument, info: DocumentInfo, attachment: Attachment | undefined): Promise<Buffer> {
  const document = new TaggedDocument(info, { archive: attachment !== undefined });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  new Painter(document).paint(laidOut);
  if (attachment !== undefined) {
    const file = {
      name: attachment.name,
      type: attachment.type,
      description: attachment.description,
      creationDate: info.date,
      modifiedDate: info.date,
    };
    // Without it the relationship would be Unspecified (ISO 19005-3, 6.8); pdfkit's types do not know it.
    document.file(attachment.data, Object.assign(file, { relationship: "Source" }));
  }
  document.end();
  return finished;
}
