import { composeHeader, composePublications } from "@triptych/view";
import { writeLlms } from "../../llms.ts";
import { readRecord, siteAddress } from "../../record.ts";
import { listPages } from "../../site-map.ts";

export const dynamic = "force-static";

export function GET(): Response {
  const cv = readRecord();
  const text = writeLlms({ header: composeHeader(cv), pages: listPages(cv), publications: composePublications(cv), site: siteAddress() });
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
