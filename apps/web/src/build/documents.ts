import type { Cv } from "@triptych/schema";
import { listVariants, pdfFileName } from "@triptych/view";
import { language } from "../words.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** PDFs that the record calls for and that are not there, in a sentence for whoever builds. */
export class MissingDocument extends Error {
  override name = "MissingDocument";
}

/** Reads the PDF of every variant; others that lie in the folder are not the record's. */
export async function readDocuments(cv: Cv, folder: string): Promise<Map<string, Buffer>> {
  const documents = new Map<string, Buffer>();
  for (const name of listVariants(cv, language).map(pdfFileName)) {
    const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      throw new MissingDocument(`${folder} holds no ${name}; build the PDF first`);
    });
    documents.set(name, bytes);
  }
  return documents;
}

/**
 * Resolves when whoever started this program says on its input that the PDFs are finished. An input
 * that ends without a word is that of somebody who was killed.
 * @throws MissingDocument
 */
export async function pdfsFinished(input: AsyncIterable<Buffer>): Promise<void> {
  let said = "";
  for await (const chunk of input) said += chunk.toString();
  if (said === "") throw new MissingDocument("The build was ended before the PDFs were finished.");
}
