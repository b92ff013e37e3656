import { MEDIA_TYPES, securityHeaders } from "./security-headers.ts";
import type { SitePlace } from "./site-place.ts";

/** Hosts that give names of their own, and so need no CNAME. */
const HOSTS_NAMES =
  /(^|\.)(github\.io|gitlab\.io|netlify\.app|pages\.dev|vercel\.app|localhost)$|^[\d.]+$|^\[/;

/** Apache reads this in the folder itself, where AllowOverride lets it. */
function htaccess(place: SitePlace): string {
  const quoted = (value: string) => `"${value.replaceAll('"', String.raw`\"`)}"`;
  const typed = (name: string, type: string) =>
    `<FilesMatch "${name.replaceAll(".", String.raw`\.`)}$">\n  ForceType ${type}\n</FilesMatch>`;
  return [
    "Options -Indexes -MultiViews",
    "DirectoryIndex index.html",
    `ErrorDocument 404 ${place.base}/404.html`,
    "AddDefaultCharset utf-8",
    ...Object.entries(MEDIA_TYPES.names).map(([name, type]) => typed(`^${name.slice(1)}`, type)),
    // Not AddType, which looks at what stands after the last dot.
    ...Object.entries(MEDIA_TYPES.endings).map(([ending, type]) => typed(ending, type)),
    "<IfModule mod_headers.c>",
    ...Object.entries(securityHeaders(place)).map(
      ([name, value]) => `  Header always set ${name} ${quoted(value)}`,
    ),
    "</IfModule>",
    "# The encodings and the header set are no pages of their own.",
    String.raw`<FilesMatch "(\.(br|gz)|^_headers|^_redirects|^CNAME)$">`,
    "  Require all denied",
    "</FilesMatch>",
    "",
  ].join("\n");
}

/**
 * What static hosts read in the folder itself, by name, besides `_headers`.
 * @param address public address of the site; undefined where nobody has said it
 */
export function hostFiles(address: string | undefined, place: SitePlace): Map<string, string> {
  const { base } = place;
  const files = new Map([
    // GitHub Pages leaves out folders that begin with `_` unless this is there.
    [".nojekyll", ""],
    [".htaccess", htaccess(place)],
  ]);
  const host = address === undefined ? "localhost" : new URL(address).hostname;
  if (base === "" && !HOSTS_NAMES.test(host)) files.set("CNAME", `${host}\n`);
  // Hosts that show the folder at a root lead to the path, and find its files there.
  if (base !== "") files.set("_redirects", `/ ${base}/ 302\n${base}/* /:splat 200\n`);
  return files;
}
