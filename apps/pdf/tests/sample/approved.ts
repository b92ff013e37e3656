import { fileURLToPath } from "node:url";
import { loadCv } from "@triptych/data";
import type { Cv, Variant } from "@triptych/schema";
import { listVariants } from "@triptych/view";
import { language } from "../../src/words.ts";

/** Where approved structures and pages are kept. */
export const APPROVED = fileURLToPath(new URL("../approved", import.meta.url));

const EXAMPLE = fileURLToPath(new URL("../../../../tests/fixtures/full", import.meta.url));

/**
 * A record of nobody that uses every field; what is approved must not change with the owner's
 * record.
 */
export async function loadExample(): Promise<{ cv: Cv; variants: Variant[] }> {
  const loaded = await loadCv(EXAMPLE);
  if (loaded.kind !== "valid") throw new Error("The example is faulty.");
  return { cv: loaded.cv, variants: listVariants(loaded.cv, language) };
}

export const structureFile = (variant: Variant) => `${variant.id}.txt`;
/** `page` from 1. */
export const pageFile = (variant: Variant, page: number) => `${variant.id}-${page}.png`;
