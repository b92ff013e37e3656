import {
  CACHE_RULES,
  MEDIA_TYPES,
  securityHeaders,
  TRANSPORT_SECURITY,
} from "./security-headers.ts";
import { AT_ROOT, type SitePlace } from "./site-place.ts";

const names = Object.entries(MEDIA_TYPES.names);
const endings = Object.entries(MEDIA_TYPES.endings);
/** The first line of `_headers`, by which a folder is known that a build has written. */
export const HEADERS_MARK = "# Written by Triptych: each build replaces the whole folder.";
const HASHED = "/_next/static/";
/** The sign-up page is a file; what stands below it is answered by the service. */
const SIGN_UP_FILES = ["/digest/", "/digest/index.html", "/digest/og.png"];

/**
 * The `_headers` file that several static hosts read. A header that two rules set is joined by some
 * of them, so each address gets its Cache-Control from one rule only: what is not hashed follows
 * the host's own short default.
 */
export function headersFile(place = AT_ROOT): string {
  const { base } = place;
  const headers = Object.entries(securityHeaders(place));
  const rule = (address: string, lines: readonly (readonly [string, string])[]) =>
    `${address}\n${lines.map(([name, value]) => `  ${name}: ${value}`).join("\n")}\n`;
  return [
    HEADERS_MARK,
    `# Once the site is served over HTTPS only, add to the first rule:\n#   ` +
      `${TRANSPORT_SECURITY.name}: ${TRANSPORT_SECURITY.value}`,
    rule(`${base}/*`, headers),
    rule(`${base}${HASHED}*`, [["Cache-Control", CACHE_RULES.hashed]]),
    ...names.map(([address, type]) => rule(`${base}${address}`, [["Content-Type", type]])),
    ...endings.map(([ending, type]) => rule(`${base}/*${ending}`, [["Content-Type", type]])),
  ].join("\n");
}

/**
 * Two files to include, in `http` and in `server`. nginx drops inherited `add_header` lines where a
 * level adds its own, so Cache-Control is chosen by a map and all headers stand on one level; types
 * of whole names need locations, which inherit them. The service sets its own headers, stricter or
 * looser by page: its location drops those of the site by adding an empty one, which nginx does not
 * send.
 */
export function nginxFiles(place = AT_ROOT): { http: string; server: string } {
  const { base } = place;
  const location = (matcher: string, type: string) =>
    `location ${matcher} { types { } default_type "${type}"; }`;
  const lines = [
    base === ""
      ? "# root /path/to/the/site;"
      : `# root /path/to/the/site/without${base}; the files of the site stand below it in ${base}/`,
    "index index.html;",
    "charset utf-8;",
    "charset_types text/css text/plain text/javascript;",
    `error_page 404 ${base}/404.html;`,
    "# Finished .gz files; with the brotli module also: brotli_static on;",
    "gzip_static on;",
    "gzip_vary on;",
    ...Object.entries(securityHeaders(place)).map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    ),
    "add_header Cache-Control $triptych_cache;",
    "# Once the site is served over HTTPS only:",
    `# add_header ${TRANSPORT_SECURITY.name} "${TRANSPORT_SECURITY.value}" always;`,
    ...names.map(([address, type]) => location(`= ${base}${address}`, type)),
    ...endings.map(([ending, type]) => location(`~ ${ending.replaceAll(".", "\\.")}$`, type)),
    "# The encodings and the header set are no pages of their own.",
    String.raw`location ~ \.(br|gz)$ { return 404; }`,
    `location = ${base}/_headers { return 404; }`,
    "# The sign-up page is a file; what stands below it is answered by the service.",
    ...SIGN_UP_FILES.map((address) => `location = ${base}${address} { }`),
    `location ^~ ${base}/digest/ {`,
    "# It sets its own headers: this line adds none and keeps out those above.",
    'add_header X-Content-Type-Options "";',
    "# Once the site is served over HTTPS only:",
    `# add_header ${TRANSPORT_SECURITY.name} "${TRANSPORT_SECURITY.value}" always;`,
    "proxy_pass http://127.0.0.1:3000;",
    "proxy_set_header Host $host;",
    "proxy_set_header X-Forwarded-For $remote_addr;",
    "proxy_set_header X-Forwarded-Proto $scheme;",
    "}",
  ];
  // Below a path, what else the server hands out keeps its own settings.
  const server = base === "" ? lines : [`location ^~ ${base}/ {`, ...lines, "}"];
  return {
    http:
      `map $uri $triptych_cache {\n  ~^${base}${HASHED} "${CACHE_RULES.hashed}";\n  default ` +
      `"${CACHE_RULES.other}";\n}\n`,
    server: `${server.join("\n")}\n`,
  };
}

/**
 * A site block of Caddy 2, which takes finished `.br` and `.gz` files and obtains certificates
 * itself.
 */
export function caddyFile(place: SitePlace = AT_ROOT): string {
  const { base } = place;
  const typed = (matcher: string, type: string) => `    header ${matcher} Content-Type "${type}"`;
  const endingLines = endings.flatMap(([ending, type]) => {
    const matcher = `@${ending.replaceAll(/\W/g, "")}`;
    return [`    ${matcher} path *${ending}`, typed(matcher, type)];
  });
  return `site.example {
  root * /path/to/the/site${base === "" ? "" : `/without${base}`}
  # Once the site is served over HTTPS only:
  # header ${TRANSPORT_SECURITY.name} "${TRANSPORT_SECURITY.value}"

  # The sign-up page is a file; what stands below it is answered by the service, with its own headers.
  @service {
    path ${base}/digest/*
    not path ${SIGN_UP_FILES.map((address) => `${base}${address}`).join(" ")}
  }
  handle @service {
    reverse_proxy 127.0.0.1:3000
  }
  handle {
    header {
${Object.entries(securityHeaders(place))
  .map(([name, value]) => `      ${name} "${value}"`)
  .join("\n")}
    }
    @hashed path ${base}${HASHED}*
    header @hashed Cache-Control "${CACHE_RULES.hashed}"
    @other not path ${base}${HASHED}*
    header @other Cache-Control "${CACHE_RULES.other}"
${names.map(([path, type]) => typed(`${base}${path}`, type)).join("\n")}
    # A path that does not begin with a slash is no matcher by itself.
${endingLines.join("\n")}
    # The encodings and the header set are no pages of their own.
    @parts path ${base}/_headers *.br *.gz
    error @parts 404
    file_server {
      precompressed br gzip
    }
  }
  handle_errors {
    @missing expression {err.status_code} == 404
    rewrite @missing ${base}/404.html
    file_server @missing
  }
}
`;
}
