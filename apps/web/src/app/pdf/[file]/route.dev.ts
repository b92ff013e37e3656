import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readEnvironment } from "../../../env.ts";

/**
 * Only the development server has this route, and leads the address of each PDF here: visitors get
 * the files that stand beside the pages.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const file = join(readEnvironment().TRIPTYCH_DIR, "pdf", basename((await params).file));
  return readFile(file).then(
    (bytes) => new Response(bytes, { headers: { "content-type": "application/pdf" } }),
    () => new Response("The PDF is not made yet", { status: 404 }),
  );
}
