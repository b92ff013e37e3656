import { cvJsonSchema } from "@triptych/schema";

export const dynamic = "force-static";

/**
 * What `/cv.json` may hold. The record itself cannot name it: a strict object refuses `$schema`, so
 * pages and `/llms.txt` do.
 */
export function GET(): Response {
  return new Response(`${JSON.stringify(cvJsonSchema(), null, 2)}\n`, {
    headers: { "content-type": "application/schema+json" },
  });
}
