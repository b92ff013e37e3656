import { publishedRecord } from "@triptych/view";
import { readRecord } from "../../record.ts";

export const dynamic = "force-static";

/** The record as everybody may have it, for machines. */
export function GET(): Response {
  return new Response(`${JSON.stringify(publishedRecord(readRecord()), null, 2)}\n`, {
    headers: { "content-type": "application/json" },
  });
}
