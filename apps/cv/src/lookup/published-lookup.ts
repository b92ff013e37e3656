import type { Found, FoundWork, Remark, SourcedReading } from "@triptych/exchange/import";
import type { Cv, Work } from "@triptych/schema";
import type { Client } from "./http-client.ts";
import { lookUpWork } from "./work-lookup.ts";

type Published = { kind: "found"; work: FoundWork } | { kind: "unknown"; reason: string };

/** A preprint with the form under a DOI: that of the record, else as it is looked up. */
async function addForm(
  client: Client,
  doi: string,
  preprint: FoundWork,
  works: readonly Work[],
): Promise<Published> {
  const held = works
    .flatMap(({ appearances }) => appearances)
    .find((appearance) => appearance.doi?.toLowerCase() === doi.toLowerCase());
  if (held !== undefined) {
    const forms = [{ kind: held.kind, doi, links: [] }, ...preprint.forms];
    return { kind: "found", work: { ...preprint, forms } };
  }
  const result = await lookUpWork(client, { kind: "doi", value: doi });
  if (result.kind !== "found")
    return {
      kind: "unknown",
      reason: result.kind === "absent" ? "doi.org does not know it" : result.reason,
    };
  const [published] = result.reading.reading.found.flatMap((entry) =>
    entry.kind === "work" ? [entry.work] : [],
  );
  if (published === undefined) return { kind: "unknown", reason: "the answer holds no work" };
  // A record may know the preprint by its title alone.
  const isTitled = works.some(({ title }) => title.toLowerCase() === preprint.title.toLowerCase());
  const { abstract = preprint.abstract } = published;
  const forms = [...published.forms, ...preprint.forms];
  return { kind: "found", work: { ...(isTitled ? preprint : published), abstract, forms } };
}

/**
 * Gives preprints the forms in which they have appeared since, so that both are one work. These
 * come first: what others say of either form is recognised by them.
 */
export async function addPublished(
  client: Client,
  { publications }: Cv,
  readings: readonly SourcedReading[],
): Promise<SourcedReading[]> {
  const [completed, rest]: [SourcedReading[], SourcedReading[]] = [[], []];
  for (const { file, reading } of readings) {
    const [linked, others, remarks]: [Found[], Found[], Remark[]] = [[], [], []];
    for (const entry of reading.found) {
      const doi = entry.kind === "work" ? entry.work.publishedAs : undefined;
      if (entry.kind !== "work" || doi === undefined) {
        others.push(entry);
        continue;
      }
      const { key, line } = entry;
      const result = await addForm(client, doi, entry.work, publications);
      if (result.kind === "found") linked.push({ ...entry, work: result.work });
      else {
        others.push(entry);
        const reason = `it has appeared as ${doi}, which could not be looked up: ${result.reason}`;
        remarks.push({ kind: "to-do", key, line, reason });
      }
    }
    if (linked.length > 0)
      completed.push({ file, reading: { read: 0, found: linked, remarks: [] } });
    rest.push({
      file,
      reading: { ...reading, found: others, remarks: [...reading.remarks, ...remarks] },
    });
  }
  return [...completed, ...rest];
}
