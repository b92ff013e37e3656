import { bibliographyResponse, type WorkRoute, workParams } from "../../../../bibliography.ts";

export const dynamic = "force-static";
export const generateStaticParams = workParams;

export async function GET(_request: Request, { params }: WorkRoute): Promise<Response> {
  return bibliographyResponse("bib", (await params).id);
}
