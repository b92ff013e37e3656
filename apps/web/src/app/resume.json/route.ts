import { toJsonResume } from "@triptych/exchange";
import { readRecord } from "../../record.ts";

export const dynamic = "force-static";

/** The record as a JSON Resume (jsonresume.org), as far as that can hold it. */
export function GET(): Response {
  return new Response(toJsonResume(readRecord()).text, {
    headers: { "content-type": "application/json" },
  });
}
