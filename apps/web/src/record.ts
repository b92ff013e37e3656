import { Cv } from "@triptych/schema";
import { composePublications, type Publication } from "@triptych/view";
import { readFileSync } from "node:fs";
import { cache } from "react";
import { readEnvironment } from "./env.ts";

/** Where the site would be reached when nobody has said so. */
const LOCAL_ADDRESS = "http://localhost:3000";

/** The record, parsed once a page. */
export const readRecord = cache((): Cv => Cv.parse(JSON.parse(readFileSync(readEnvironment().TRIPTYCH_RECORD, "utf8"))));

export const readPublications = cache((): Publication[] => composePublications(readRecord()));

/** The site's address without a slash at the end. */
export function siteAddress(): string {
  return (readEnvironment().SITE_URL ?? readRecord().settings.url ?? LOCAL_ADDRESS).replace(/\/$/, "");
}
