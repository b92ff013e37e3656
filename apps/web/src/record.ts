import { Cv } from "@triptych/schema";
import { composePublications, type Publication } from "@triptych/view";
import { readFileSync, statSync } from "node:fs";
import { readEnvironment } from "./env.ts";

/** Where the site would be reached when nobody has said so. */
const LOCAL_ADDRESS = "http://localhost:3000";

interface ReadRecord {
  /** Path, time and size of the file it came from. */
  stamp: string;
  cv: Cv;
  publications: Publication[];
}

/** React's cache lasts one page; parsing thousands of works for each of thousands of pages would make the build quadratic. */
let last: ReadRecord | undefined;

/** The record as it stands in the file now: read again when the file has changed, so that a development server shows edits. */
function readCurrent(): ReadRecord {
  const file = readEnvironment().TRIPTYCH_RECORD;
  const { mtimeMs, size } = statSync(file);
  const stamp = `${file} ${mtimeMs} ${size}`;
  if (last?.stamp === stamp) return last;
  const cv = Cv.parse(JSON.parse(readFileSync(file, "utf8")));
  last = { stamp, cv, publications: composePublications(cv) };
  return last;
}

export function readRecord(): Cv {
  return readCurrent().cv;
}

export function readPublications(): Publication[] {
  return readCurrent().publications;
}

/** The site's address without a slash at the end. */
export function siteAddress(): string {
  return (readEnvironment().SITE_URL ?? readRecord().settings.url ?? LOCAL_ADDRESS).replace(/\/$/, "");
}
