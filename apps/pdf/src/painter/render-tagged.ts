import layoutDocument from "@react-pdf/layout";
import { type DocumentProps, Font, pdf } from "@react-pdf/renderer";
import { setImmediate } from "node:timers/promises";
import type { ReactElement } from "react";
import { isLaidOutDocument, type LaidOutDocument, type LaidOutNode } from "./laid-out.ts";
import { Painter } from "./paint.ts";
import { type Described, TaggedDocument } from "./tagged-document.ts";

/** A file inside the document: its source, for machines and for archives. */
export interface Attachment {
  name: string;
  type: string;
  description: string;
  data: Buffer;
}

/**
 * The instance tree and the font store are what the two libraries hand each other; neither is in
 * their published types.
 */
function runLayout(container: unknown, fonts: unknown): Promise<unknown> {
  const tree =
    typeof container === "object" && container !== null && "document" in container
      ? container.document
      : undefined;
  return Reflect.apply(layoutDocument, undefined, [tree, fonts]);
}

/** React reconciles, react-pdf lays out: pages of boxes in points. */
export async function layOut(element: ReactElement<DocumentProps>): Promise<LaidOutDocument> {
  const { container, updateContainer } = pdf(element);
  const laidOut: unknown = await runLayout(container, Font);
  // React would keep every tree it has made, and lets go of one only when the event loop turns.
  Reflect.apply(updateContainer, undefined, [null]);
  await setImmediate();
  if (!isLaidOutDocument(laidOut))
    throw new Error(
      "@react-pdf/layout returned a shape the painter does not know; was it upgraded?",
    );
  return laidOut;
}

/**
 * What is painted: pages as they are laid out, and the box that is put over each of them once their
 * number is known.
 */
export interface PageStream {
  pages: AsyncIterable<LaidOutNode>;
  overlay: (pages: number) => AsyncIterable<LaidOutNode>;
}

/**
 * A tagged PDF (PDF/UA-1 identification; PDF/A-3a where there is an attachment). Same input, same
 * bytes. The renderer's own way to page numbers costs a second pagination of everything, and counts
 * the place of a running head as used on the first page.
 */
export async function paintTagged(
  { pages, overlay }: PageStream,
  described: Described,
  attachment: Attachment | undefined,
): Promise<Buffer> {
  const document = new TaggedDocument(described, { archive: attachment !== undefined });
  const written: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (piece: Buffer) => written.push(piece));
    document.on("end", () => resolve(Buffer.concat(written)));
    document.on("error", reject);
  });
  const painter = new Painter(document);
  let count = 0;
  for await (const page of pages) {
    painter.paintPage(page);
    count += 1;
  }
  let index = 0;
  for await (const box of overlay(count)) {
    painter.paintOver(box, index);
    index += 1;
  }
  painter.end();
  if (attachment !== undefined) {
    const file = {
      name: attachment.name,
      type: attachment.type,
      description: attachment.description,
      ...(described.info.date === undefined
        ? {}
        : { creationDate: described.info.date, modifiedDate: described.info.date }),
    };
    // Without it the relationship would be Unspecified (ISO 19005-3, 6.8); pdfkit's types do not
    // know it.
    document.file(attachment.data, Object.assign(file, { relationship: "Source" }));
  }
  document.end();
  return finished;
}
