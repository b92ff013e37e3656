import { readRecord } from "../../record.ts";

export const dynamic = "force-static";

/** The canonical record, for machines. */
export function GET(): Response {
  return new Response(`${JSON.stringify(readRecord(), null, 2)}\n`, {
    headers: { "content-type": "application/json" },
  });
}
