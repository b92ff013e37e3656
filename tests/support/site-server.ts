import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { STATE } from "./places.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
};

/**
 * Hands out a sealed site as a static host would: the header set the seal wrote, finished encodings
 * where the browser takes them, the page for what is not there.
 * @param state folder of the build, whose headers are set
 */
export async function serveSite(
  site: string,
  state = STATE,
): Promise<{ url: string; close(): Promise<void> }> {
  const headers: Record<string, string> = JSON.parse(
    await readFile(join(state, "site-headers.json"), "utf8"),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
    const send = (status: number, name: string, bytes: Buffer, encoding: Record<string, string>) =>
      response
        .writeHead(status, {
          ...headers,
          ...encoding,
          Vary: "Accept-Encoding",
          "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        })
        .end(bytes);
    const sendPlain = () =>
      readFile(file).then(
        (bytes) => send(200, file, bytes, {}),
        () =>
          readFile(join(site, "404.html")).then(
            (bytes) => send(404, "404.html", bytes, {}),
            () => response.writeHead(404, headers).end(),
          ),
      );
    if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) void sendPlain();
    else
      readFile(`${file}.br`).then(
        (bytes) => send(200, file, bytes, { "Content-Encoding": "br" }),
        sendPlain,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
