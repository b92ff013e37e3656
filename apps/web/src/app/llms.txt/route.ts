import { writeLlms } from "../../llms.ts";
import { readHeader, readPublications, readRecord, siteAddress } from "../../record.ts";
import { listPages } from "../../site-map.ts";

export const dynamic = "force-static";

export function GET(): Response {
  const cv = readRecord();
  const text = writeLlms({
    header: readHeader(),
    pages: listPages(cv),
    publications: readPublications(),
    site: siteAddress(),
  });
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
