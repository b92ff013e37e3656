import type { Reading, SourcedReading } from "@triptych/exchange/import";
import type { Client } from "../lookup/http-client.ts";
import { MAX_AGE, type OwnerResult } from "./question.ts";

/** A page holds 100 works or more; more pages than this nobody has written. */
const MAX_PAGES = 50;

/** A list that a source gives in pages. */
export interface Pages {
  /** What the source is called in reports. */
  file: string;
  accept: string;
  /** Address of the first page. */
  first: string;
  read: (text: string) => Reading;
  /** Address of the page after one that holds works; none where it was the last. */
  next?: (text: string, page: number, read: number) => string | undefined;
}

/**
 * All pages of a list, or none: what a source answers in part counts as refused. An answer that
 * cannot be read, such as a page for readers, counts so too.
 */
export async function askPages(
  client: Client,
  { file, accept, first, read, next }: Pages,
): Promise<OwnerResult> {
  const readings: SourcedReading[] = [];
  const { host } = new URL(first);
  let url: string | undefined = first;
  for (let page = 1; url !== undefined; page += 1) {
    if (page > MAX_PAGES)
      return { kind: "refused", host, reason: `its list has more than ${MAX_PAGES} pages` };
    const answer = await client.get(url, accept, MAX_AGE);
    if (answer.kind !== "found") return answer;
    const reading = read(answer.text);
    const [remark] = reading.remarks;
    if (reading.read === 0 && remark !== undefined)
      return { kind: "refused", host, reason: `its answer cannot be read, ${remark.reason}` };
    if (reading.read > 0) readings.push({ file, reading });
    url = reading.read === 0 ? undefined : next?.(answer.text, page, reading.read);
  }
  return { kind: "found", readings };
}
