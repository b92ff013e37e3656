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
  [/(^|\.)zotero\.org$/, "zotero"],
];

/** `user@host`: Mastodon is many hosts, and an account names its own. */
function mastodonUrl(account: string): string | undefined {
  const [, user, host] = /^([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(account) ?? [];
  return user === undefined || host === undefined ? undefined : `https://${host}/@${user}`;
}

/**
 * Addresses of accounts, by the name of the network in small letters without blanks. An account may
 * be written with an @ before it.
 */
const ACCOUNTS = new Map<string, { site: ProfileSite; url: (user: string) => string | undefined }>([
  ["linkedin", { site: "linkedin", url: (user) => `https://www.linkedin.com/in/${user}` }],
  ["github", { site: "github", url: (user) => `https://github.com/${user}` }],
  ["gitlab", { site: "gitlab", url: (user) => `https://gitlab.com/${user}` }],
  ["orcid", { site: "orcid", url: (user) => `https://orcid.org/${user}` }],
  [
    "googlescholar",
    { site: "google-scholar", url: (user) => `https://scholar.google.com/citations?user=${user}` },
  ],
  ["youtube", { site: "youtube", url: (user) => `https://www.youtube.com/@${user}` }],
  ["x", { site: "x", url: (user) => `https://x.com/${user}` }],
  ["twitter", { site: "x", url: (user) => `https://x.com/${user}` }],
  ["mastodon", { site: "mastodon", url: mastodonUrl }],
  ["bluesky", { site: "bluesky", url: (user) => `https://bsky.app/profile/${user}` }],
]);

/** The site a profile's address belongs to. */
export function siteOfUrl(url: string): ProfileSite | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return HOSTS.find(([pattern]) => pattern.test(hostname))?.[1];
}

/**
 * A profile by the name of its network and an account, or by its address. Nothing where the record
 * has no such site.
 */
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
  const user =
    username === undefined
      ? undefined
      : encodeURIComponent(username.trim().replace(/^@/, "")).replaceAll("%40", "@");
  const address = user === undefined ? undefined : account?.url(user);
  return account === undefined || address === undefined
    ? undefined
    : { site: account.site, url: address };
}

const SITES = new Map<string, ProfileSite>([
  ["dblp", "dblp"],
  ["openalex", "openalex"],
  ["semanticscholar", "semantic-scholar"],
  ["arxiv", "arxiv"],
  ["openreview", "openreview"],
  ["huggingface", "huggingface"],
  ["zotero", "zotero"],
  ["website", "website"],
]);
