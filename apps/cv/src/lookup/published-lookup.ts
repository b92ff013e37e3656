import type { Found, FoundWork, SourcedReading } from "@triptych/exchange/import";
import type { Cv, Work } from "@triptych/schema";
import type { Client } from "./http-client.ts";
import { lookUpWork } from "./work-lookup.ts";

type Form = FoundWork["forms"][number];

/** The forms under a DOI: that of the record, else as it is looked up. */
async function findForms(
  client: Client,
  doi: string,
  works: readonly Work[],
): Promise<{ kind: "found"; forms: Form[] } | { kind: "unknown"; reason: string }> {
  const held = works
    .flatMap(({ appearances }) => appearances)
    .find((appearance) => appearance.doi?.toLowerCase() === doi.toLowerCase());
  if (held !== undefined) return { kind: "found", forms: [{ kind: held.kind, doi, links: [] }] };
  const result = await lookUpWork(client, { kind: "doi", value: doi });
  if (result.kind !== "found")
    return {
      kind: "unknown",
      reason: result.kind === "absent" ? "doi.org does not know it" : result.reason,
    };
  const forms = result.reading.reading.found.flatMap((entry) =>
    entry.kind === "work" ? entry.work.forms : [],
  );
  return { kind: "found", forms };
}

/** Gives preprints the forms in which they have appeared since, so that both are one work. */
export async function addPublished(
  client: Client,
  { publications }: Cv,
  readings: readonly SourcedReading[],
): Promise<SourcedReading[]> {
  const completed: SourcedReading[] = [];
  for (const { file, reading } of readings) {
    const found: Found[] = [];
    const remarks = [...reading.remarks];
    for (const entry of reading.found) {
      const doi = entry.kind === "work" ? entry.work.publishedAs : undefined;
      if (entry.kind !== "work" || doi === undefined) {
        found.push(entry);
        continue;
      }
      const { key, line, work } = entry;
      const result = await findForms(client, doi, publications);
      const forms = result.kind === "found" ? result.forms : [];
      found.push({ ...entry, work: { ...work, forms: [...forms, ...work.forms] } });
      if (result.kind === "unknown")
        remarks.push({
          kind: "to-do",
          key,
          line,
          reason: `it has appeared as ${doi}, which could not be looked up: ${result.reason}`,
        });
    }
    completed.push({ file, reading: { ...reading, found, remarks } });
  }
  return completed;
}
