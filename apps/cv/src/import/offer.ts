import type { EntryOutcome, MergePlan, SourcedReading } from "@triptych/exchange/import";
import type { Terminal } from "@triptych/terminal";

/** A key for the place of an entry in its file. */
export const placeOf = ({ file, key, line }: { file: string; key: string; line: number }) =>
  JSON.stringify([file, key, line]);

/** What an entry is called. */
export function titleOf(readings: readonly SourcedReading[], outcome: EntryOutcome): string {
  const entry = readings
    .filter(({ file }) => file === outcome.file)
    .flatMap(({ reading }) => reading.found)
    .find(({ key, line }) => key === outcome.key && line === outcome.line);
  const nameIn = (value: Record<string, unknown>) =>
    [value["title"], value["degree"]].find((text) => typeof text === "string") ?? outcome.key;
  if (entry?.kind === "work") return entry.work.title;
  return entry?.kind === "part" ? `${entry.list}: ${nameIn(entry.value)}` : outcome.id;
}

/** What an entry is called when it is offered. */
export function nameOf(readings: readonly SourcedReading[], outcome: EntryOutcome): string {
  const title = titleOf(readings, outcome);
  return outcome.kind === "added"
    ? `new  ${title}`
    : `changed  ${title} (${outcome.what?.join(", ") ?? outcome.id})`;
}

/**
 * Places of the entries that the owner does not want, asked one by one or all from there on. What
 * another source says of a work that is not wanted is not wanted either, and not asked about.
 */
export async function askForEach(
  readings: readonly SourcedReading[],
  { outcomes, cv }: MergePlan,
  ask: NonNullable<Terminal["ask"]>,
): Promise<Set<string>> {
  const works = new Set(cv.publications.map(({ id }) => id));
  const [declined, unwanted] = [new Set<string>(), new Set<string>()];
  let mode: "each" | "all" | "none" = "each";
  for (const outcome of outcomes) {
    const isOffered = outcome.kind !== "unchanged" && !unwanted.has(outcome.id);
    const answer =
      mode === "each" && isOffered
        ? await ask(`${nameOf(readings, outcome)}\n  Add it? (yes, no, all, quit)`, "yes")
        : "";
    if (/^q/i.test(answer)) mode = "none";
    if (/^a/i.test(answer)) mode = "all";
    const isWanted = mode === "all" || (mode === "each" && /^(?:y|$)/i.test(answer));
    if (isOffered && !isWanted && outcome.kind === "added" && works.has(outcome.id))
      unwanted.add(outcome.id);
    if ((isOffered && !isWanted) || unwanted.has(outcome.id)) declined.add(placeOf(outcome));
  }
  return declined;
}

/** The readings without the entries that were offered and not accepted. */
export const dropDeclined = (
  readings: readonly SourcedReading[],
  declined: ReadonlySet<string>,
): SourcedReading[] =>
  readings.map(({ file, reading }) => ({
    file,
    reading: {
      ...reading,
      found: reading.found.filter((entry) => !declined.has(placeOf({ ...entry, file }))),
    },
  }));
