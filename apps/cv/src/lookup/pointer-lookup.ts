import type { Reading, SourcedReading } from "@triptych/exchange/import";
import type { Answer, Client } from "./http-client.ts";
import { lookUpWork } from "./work-lookup.ts";

export type Completion =
  | { kind: "found"; readings: SourcedReading[] }
  | (Answer & { kind: "offline" });

/**
 * Looks up works that a reading knows by an identifier alone, one by one. What a service does not
 * know, or does not answer, is left out and reported; without a connection nothing comes of it at
 * all.
 */
export async function completeReading(
  client: Client,
  file: string,
  reading: Reading,
  onWork: (done: number, all: number) => void,
): Promise<Completion> {
  const pointers = reading.found.filter((entry) => entry.kind === "pointer");
  const rest: Reading = {
    ...reading,
    found: reading.found.filter((entry) => entry.kind !== "pointer"),
    remarks: [...reading.remarks],
  };
  const readings: SourcedReading[] = [];
  for (const [index, { key, line, id }] of pointers.entries()) {
    onWork(index + 1, pointers.length);
    const result = await lookUpWork(client, { kind: id.scheme, value: id.value });
    if (result.kind === "offline") return result;
    // Its entry was counted in the file already.
    if (result.kind === "found")
      readings.push({ ...result.reading, reading: { ...result.reading.reading, read: 0 } });
    else
      rest.remarks.push({
        kind: "left-out",
        key,
        line,
        reason:
          result.kind === "absent"
            ? `${id.value} is not known at doi.org`
            : `${result.host} did not answer: ${result.reason}`,
      });
  }
  return { kind: "found", readings: [{ file, reading: rest }, ...readings] };
}
