import type { SitePlace } from "./site-place.ts";

/**
 * The policy of the sealed site: nothing runs but our own files, nothing is loaded from elsewhere,
 * nobody frames it. JSON-LD needs no exception, being data. Forms post to the same origin, and to
 * the digest service where that has another.
 */
function listPolicy({ service }: SitePlace): string[] {
  const elsewhere = service === undefined ? "" : ` ${new URL(service).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${elsewhere}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
}

/** The same for a page itself, where nobody sets headers; framing cannot be forbidden there. */
export function pagePolicy(place: SitePlace): string {
  return listPolicy(place)
    .filter((rule) => !rule.startsWith("frame-ancestors"))
    .join("; ");
}

/** Headers of every answer. Strict-Transport-Security belongs to whoever ends TLS. */
export function securityHeaders(place: SitePlace): Record<string, string> {
  return {
    "Content-Security-Policy": listPolicy(place).join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
}

/**
 * For whoever ends TLS; a host must not promise HTTPS for a year before it has it (RFC 6797,
 * section 8).
 */
export const TRANSPORT_SECURITY = {
  name: "Strict-Transport-Security",
  value: "max-age=31536000",
} as const;

/**
 * How long an answer may be kept. Files under `/_next/static/` carry a hash in their name, all
 * others change with the record.
 */
export const CACHE_RULES = {
  hashed: "public, max-age=31536000, immutable",
  other: "public, max-age=300, must-revalidate",
} as const;

/** Types that hosts do not know or guess wrongly, by address: whole names, then endings. */
export const MEDIA_TYPES = {
  names: { "/feed.xml": "application/atom+xml", "/feed.json": "application/feed+json" },
  endings: {
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".webmanifest": "application/manifest+json",
  },
} as const;
