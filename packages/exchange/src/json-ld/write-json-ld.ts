import type { Cv } from "@triptych/schema";
import { listGraphLosses } from "./json-ld-loss.ts";
import { describeCareer, describeOwner } from "./json-ld-person.ts";
import { describeWork } from "./json-ld-work.ts";
import type { Loss } from "../citation/loss.ts";

/**
 * The person and the works as one graph in JSON-LD, with the vocabulary of schema.org. Addresses
 * are below the site of the settings; without one, entries are named within the document
 * (`#person`) and have no address to open.
 */
export function toJsonLd(cv: Cv): { text: string; losses: Loss[] } {
  const site = cv.settings.url?.replace(/\/$/, "");
  const graph = [
    { ...describeOwner(cv, site), ...describeCareer(cv) },
    ...cv.publications.map((work) => {
      const { "@context": _context, ...described } = describeWork(cv, work, site);
      return described;
    }),
  ];
  return {
    text: `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`,
    losses: listGraphLosses(cv),
  };
}
