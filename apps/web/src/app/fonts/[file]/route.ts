import { listFontFiles, readFontFile } from "../../../web-fonts.ts";

export const dynamic = "force-static";

export function generateStaticParams(): { file: string }[] {
  return listFontFiles().map((file) => ({ file }));
}

/** The faces as the build has subset them to the characters of the record. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  return new Response(readFontFile(file), {
    headers: { "content-type": file.endsWith(".css") ? "text/css" : "font/woff2" },
  });
}
