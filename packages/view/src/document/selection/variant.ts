import type { Cv, PartialDate, Variant } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { earliestDay, formatDate } from "../../text/date.ts";

const FULL = "full";

/** Everything, in the usual order; what a record without variants shows. */
export const fullVariant = (words: Words): Variant => ({ id: FULL, title: words.document.full });

/** The name under which a variant is published as PDF: the full one is the CV itself. */
export const pdfFileName = ({ id }: Variant): string => (id === FULL ? "cv.pdf" : `cv-${id}.pdf`);

/** The variants of a record; there is always one called `full`. */
export function listVariants(cv: Cv, words: Words): Variant[] {
  return cv.variants.some(({ id }) => id === FULL)
    ? cv.variants
    : [fullVariant(words), ...cv.variants];
}

/**
 * The same selection, of what is dated since then or goes on, as annual reports ask for. A later
 * start of the variant's own stays.
 */
export function narrowVariant(variant: Variant, since: PartialDate, words: Words): Variant {
  if (variant.since !== undefined && earliestDay(variant.since) >= earliestDay(since))
    return variant;
  return {
    ...variant,
    id: `${variant.id}-since-${since}`,
    title: words.document.since({ title: variant.title, date: formatDate(since, words) }),
    since,
  };
}
