import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "../../../env.ts";

export const dynamic = "force-static";

/** The face as the build has subset it to the characters of the record. */
export function GET(): Response {
  const file = readFileSync(join(readEnvironment().TRIPTYCH_DIR, "web", "serif.woff2"));
  return new Response(file, { headers: { "content-type": "font/woff2" } });
}
