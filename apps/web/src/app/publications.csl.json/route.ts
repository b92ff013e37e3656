import { bibliographyResponse } from "../../bibliography.ts";

export const dynamic = "force-static";

export function GET(): Response {
  return bibliographyResponse("csl.json");
}
