/** What the seal does with a file of the export. */
export type FileVerdict = "page" | "keep" | "drop" | "unknown";

const DROPPED = [
  // Scripts of the runtime and manifests of the build.
  /^_next\/static\/chunks\/[\w.~-]+\.js$/,
  /^_next\/static\/[\w-]+\/_\w+\.js$/,
  // Flight files, which only the runtime asks for.
  /(^|\/)__next\.[^/]*\.txt$/,
  /(^|\/)index\.txt$/,
  /^(404|_not-found)\.txt$/,
  // The same page as 404.html, at addresses nobody links.
  /^(404|_not-found)\//,
  /^_not-found\.html$/,
];

const KEPT = [
  /^_next\/static\/chunks\/[\w.~-]+\.css$/,
  /^_next\/static\/media\/[^/]+$/,
  /^fonts\/[^/]+\.(woff2|css)$/,
  /^assets\/[^/]+$/,
  /^(robots|llms)\.txt$/,
  /\.(json|xml|svg|ico|png|webmanifest|bib|ris|pdf)$/,
];

/** Judges a path relative to the export; a file that fits no rule must be looked at by someone. */
export function classifyFile(path: string): FileVerdict {
  if (DROPPED.some((pattern) => pattern.test(path))) return "drop";
  if (path.endsWith(".html")) return "page";
  return KEPT.some((pattern) => pattern.test(path)) ? "keep" : "unknown";
}
