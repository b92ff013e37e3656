import { bibliographyResponse, FORMATS, isFormat, workParams } from "../../../../bibliography.ts";

/**
 * Only the development server has this route: the build writes the same files itself, at a fraction
 * of the time that a route takes each.
 */
export const dynamic = "force-static";

export async function generateStaticParams(): Promise<{ id: string; file: string }[]> {
  return (await workParams()).flatMap(({ id }) =>
    Object.keys(FORMATS).map((format) => ({ id, file: `cite.${format}` })),
  );
}

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const { id, file } = await params;
  const format = file.replace(/^cite\./, "");
  return isFormat(format)
    ? bibliographyResponse(format, id)
    : new Response("Not found", { status: 404 });
}
