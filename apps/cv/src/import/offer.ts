import type { EntryOutcome, SourcedReading } from "@triptych/exchange/import";
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

/** Places of the entries the owner accepts, one by one or all from there on. */
export async function askForEach(
  readings: readonly SourcedReading[],
  offers: readonly EntryOutcome[],
  ask: NonNullable<Terminal["ask"]>,
): Promise<Set<string>> {
  const accepted = new Set<string>();
  let isAll = false;
  for (const offer of offers) {
    const answer = isAll
      ? "yes"
      : await ask(`${nameOf(readings, offer)}\n  Add it? (yes, no, all, quit)`, "yes");
    if (/^q/i.test(answer)) break;
    isAll ||= /^a/i.test(answer);
    if (isAll || /^y/i.test(answer)) accepted.add(placeOf(offer));
  }
  return accepted;
}

/** The readings with the accepted entries alone. */
export const keepAccepted = (
  readings: readonly SourcedReading[],
  accepted: ReadonlySet<string>,
): SourcedReading[] =>
  readings.map(({ file, reading }) => ({
    file,
    reading: {
      ...reading,
      found: reading.found.filter((entry) => accepted.has(placeOf({ ...entry, file }))),
    },
  }));
