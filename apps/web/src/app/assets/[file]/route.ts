import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "../../../env.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): { file: string }[] {
  return [{ file: "site.js" }, { file: "publications.js" }];
}

/** A script of our own as the build has bundled it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const script = readFileSync(join(readEnvironment().TRIPTYCH_DIR, "web", "assets", file));
  return new Response(script, { headers: { "content-type": "text/javascript" } });
}
