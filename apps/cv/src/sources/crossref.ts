import { readCslJson } from "@triptych/exchange/import";
import { z } from "zod";
import { askPages } from "./pages.ts";
import { nobody, orcidOf, type OwnerResult, type Question } from "./question.ts";

const Page = z.object({ message: z.object({ "next-cursor": z.string().optional() }).optional() });

/** How many DOIs are asked for at once, so that addresses stay short enough for every proxy. */
const BATCH = 40;

function batches(dois: readonly string[]): string[] {
  // A comma parts filters.
  const askable = dois.filter((doi) => !doi.includes(","));
  return Array.from({ length: Math.ceil(askable.length / BATCH) }, (_, index) =>
    askable
      .slice(index * BATCH, (index + 1) * BATCH)
      .map((doi) => `doi:${doi}`)
      .join(","),
  );
}

/**
 * Works in which publishers name the owner's ORCID iD, and what has become of those of the record
 * that have a DOI: retractions, and preprints that have appeared. Filters of one name mean any of
 * them (REST API of Crossref).
 */
export async function askCrossref(question: Question): Promise<OwnerResult> {
  const { client, contact, dois, id } = question;
  const orcid = orcidOf(question);
  if (orcid === undefined && (id !== undefined || dois.length === 0))
    return nobody(
      id === undefined
        ? "The profile has no orcid, and no work a DOI; add one, or give --id with your ORCID iD."
        : `${id} holds no ORCID iD such as 0000-0002-1825-0097.`,
    );
  const filters = [...(orcid === undefined ? [] : [`orcid:${orcid}`]), ...batches(dois)];
  const readings = [];
  for (const filter of filters) {
    const pageAt = (cursor: string) =>
      `https://api.crossref.org/works?${new URLSearchParams({
        filter,
        rows: "100",
        cursor,
        ...(contact === undefined ? {} : { mailto: contact }),
      }).toString()}`;
    const result = await askPages(client, {
      file: "crossref.org",
      accept: "application/json",
      first: pageAt("*"),
      read: readCslJson,
      next: (text, _page, read) => {
        const cursor = Page.safeParse(JSON.parse(text)).data?.message?.["next-cursor"];
        return cursor === undefined || read < 100 ? undefined : pageAt(cursor);
      },
    });
    if (result.kind !== "found") return result;
    readings.push(...result.readings);
  }
  return { kind: "found", readings };
}
