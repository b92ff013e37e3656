import type { SourcedReading } from "@triptych/exchange/import";
import type { Cv } from "@triptych/schema";
import type { Answer } from "../lookup/http-client.ts";
import type { Lookup } from "../lookup/lookup-session.ts";
import { addPublished } from "../lookup/published-lookup.ts";
import type { Question } from "./question.ts";
import { type Source, SOURCES } from "./source.ts";

/** How one source answered. */
export type Asked = { source: Source } & (
  | { kind: "answered"; read: number }
  | { kind: "nobody"; message: string }
  | { kind: "failed"; answer: Exclude<Answer, { kind: "found" }> }
);

export interface AskRequest extends Lookup {
  cv: Cv;
  /** Who the owner is there, where one source is asked. */
  id?: string | undefined;
  onSource: (source: Source) => void;
  onWork: Question["onWork"];
}

/** DOIs that publishers gave; those of arXiv name preprints that it lists itself. */
const listDois = ({ publications }: Cv): string[] => [
  ...new Set(
    publications
      .flatMap(({ appearances }) => appearances.flatMap(({ doi }) => doi ?? []))
      .filter((doi) => !doi.startsWith("10.48550/")),
  ),
];

/**
 * Asks one source after another for what it lists for the owner. A source that does not answer, or
 * does not know who is meant, keeps none of the others from it.
 */
export async function askSources(
  sources: readonly Source[],
  { client, contact, cv, id, onSource, onWork }: AskRequest,
): Promise<{ asked: Asked[]; readings: SourcedReading[] }> {
  const asked: Asked[] = [];
  const readings: SourcedReading[] = [];
  const question = { client, contact, profile: cv.profile, dois: listDois(cv), id, onWork };
  for (const source of sources) {
    onSource(source);
    const result = await SOURCES[source](question);
    if (result.kind === "nobody") asked.push({ source, ...result });
    else if (result.kind !== "found") asked.push({ source, kind: "failed", answer: result });
    else {
      const read = result.readings.reduce((sum, { reading }) => sum + reading.read, 0);
      asked.push({ source, kind: "answered", read });
      readings.push(...result.readings);
    }
  }
  return { asked, readings: await addPublished(client, cv, readings) };
}
