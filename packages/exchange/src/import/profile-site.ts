import type { ProfileSite } from "@triptych/schema";

const HOSTS: readonly [RegExp, ProfileSite][] = [
  [/(^|\.)scholar\.google\.[a-z.]+$/, "google-scholar"],
  [/(^|\.)orcid\.org$/, "orcid"],
  [/(^|\.)dblp\.(org|uni-trier\.de)$/, "dblp"],
  [/(^|\.)openalex\.org$/, "openalex"],
  [/(^|\.)semanticscholar\.org$/, "semantic-scholar"],
  [/(^|\.)arxiv\.org$/, "arxiv"],
  [/(^|\.)openreview\.net$/, "openreview"],
  [/(^|\.)github\.com$/, "github"],
  [/(^|\.)gitlab\.com$/, "gitlab"],
  [/(^|\.)linkedin\.com$/, "linkedin"],
  [/(^|\.)mastodon\.\w+$|^fosstodon\.org$|^sigmoid\.social$/, "mastodon"],
  [/(^|\.)bsky\.(app|social)$/, "bluesky"],
  [/^(www\.)?(x|twitter)\.com$/, "x"],
  [/(^|\.)youtube\.com$/, "youtube"],
  [/(^|\.)huggingface\.co$/, "huggingface"],
];

/** Addresses of accounts, by the name of the network in small letters without blanks. */
const ACCOUNTS = new Map<string, { site: ProfileSite; url: (user: string) => string }>([
  ["linkedin", { site: "linkedin", url: (user) => `https://www.linkedin.com/in/${user}` }],
  ["github", { site: "github", url: (user) => `https://github.com/${user}` }],
  ["gitlab", { site: "gitlab", url: (user) => `https://gitlab.com/${user}` }],
  ["orcid", { site: "orcid", url: (user) => `https://orcid.org/${user}` }],
  ["googlescholar", { site: "google-scholar", url: (user) => `https://scholar.google.com/citations?user=${user}` }],
  ["youtube", { site: "youtube", url: (user) => `https://www.youtube.com/@${user}` }],
  ["x", { site: "x", url: (user) => `https://x.com/${user}` }],
  ["twitter", { site: "x", url: (user) => `https://x.com/${user}` }],
  ["bluesky", { site: "bluesky", url: (user) => `https://bsky.app/profile/${user}` }],
]);

/** The site a profile's address belongs to. */
export function siteOfUrl(url: string): ProfileSite | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return HOSTS.find(([pattern]) => pattern.test(hostname))?.[1];
}

/** A profile by the name of its network and an account, or by its address. Nothing where the record has no such site. */
export function readProfileLink(
  network: string | undefined,
  username: string | undefined,
  url: string | undefined,
): { site: ProfileSite; url: string } | undefined {
  const name = (network ?? "").toLowerCase().replaceAll(/[\s_-]/g, "");
  const account = ACCOUNTS.get(name);
  if (url !== undefined) {
    const site = account?.site ?? siteOfUrl(url) ?? SITES.get(name);
    return site === undefined ? undefined : { site, url };
  }
  return account === undefined || username === undefined ? undefined : { site: account.site, url: account.url(encodeURIComponent(username)) };
}

const SITES = new Map<string, ProfileSite>([
  ["dblp", "dblp"],
  ["openalex", "openalex"],
  ["semanticscholar", "semantic-scholar"],
  ["arxiv", "arxiv"],
  ["openreview", "openreview"],
  ["mastodon", "mastodon"],
  ["huggingface", "huggingface"],
  ["website", "website"],
]);
