import { Cv } from "@triptych/schema";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MissingDocument, pdfsFinished, readDocuments } from "./documents.ts";

const cv = Cv.parse({
  profile: { name: "Ada Example" },
  variants: [
    { id: "full", title: "Curriculum vitae" },
    { id: "short", title: "Short" },
  ],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-documents-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the PDFs of the record's variants, and no other that lies beside them", async () => {
  for (const name of ["cv.pdf", "cv-short.pdf", "cv-withdrawn.pdf"])
    await writeFile(join(folder, name), name);
  const documents = await readDocuments(cv, folder);
  expect([...documents.keys()].toSorted()).toEqual(["cv-short.pdf", "cv.pdf"]);
  expect(documents.get("cv.pdf")?.toString()).toBe("cv.pdf");
});

test("a site without the PDF of a variant is refused, in a sentence", async () => {
  await writeFile(join(folder, "cv.pdf"), "cv");
  await expect(readDocuments(cv, folder)).rejects.toThrow(
    new MissingDocument(`${folder} holds no cv-short.pdf; build the PDF first`),
  );
});

test("a folder that is not there is one without PDFs", async () => {
  await expect(readDocuments(cv, join(folder, "none"))).rejects.toThrow(MissingDocument);
});

test("PDFs are finished when that is said; an input that only ends is that of a killed build", async () => {
  await pdfsFinished(Readable.from([Buffer.from("finished\n")]));
  await expect(pdfsFinished(Readable.from([]))).rejects.toThrow(MissingDocument);
});
