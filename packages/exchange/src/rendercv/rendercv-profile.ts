import type { Cv } from "@triptych/schema";
import type { Loss } from "../citation/loss.ts";
import { text } from "./rendercv-text.ts";

type Site = Cv["profile"]["links"][number]["site"];

/** The networks RenderCV knows, and where an account's name stands in its address. */
const NETWORKS: Partial<Record<Site, { network: string; account: RegExp }>> = {
  linkedin: { network: "LinkedIn", account: /linkedin\.com\/in\/([^/?#]+)/ },
  github: { network: "GitHub", account: /github\.com\/([^/?#]+)/ },
  gitlab: { network: "GitLab", account: /gitlab\.com\/([^/?#]+)/ },
  orcid: { network: "ORCID", account: /orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/ },
  "google-scholar": { network: "Google Scholar", account: /[?&]user=([^&#]+)/ },
  youtube: { network: "YouTube", account: /youtube\.com\/@([^/?#]+)/ },
  x: { network: "X", account: /(?:x|twitter)\.com\/([^/?#]+)/ },
};

/** Mastodon is many hosts; the account carries its own. */
function mastodonAccount(url: string): string | undefined {
  const [, host, user] = /^https?:\/\/([^/]+)\/@([^/?#@]+)/.exec(url) ?? [];
  return host === undefined || user === undefined ? undefined : `@${user}@${host}`;
}

interface Account {
  network: string;
  username: string;
}

function accountOf(site: Site, url: string): Account | undefined {
  if (site === "mastodon") {
    const username = mastodonAccount(url);
    return username === undefined ? undefined : { network: "Mastodon", username };
  }
  const known = NETWORKS[site];
  const username = known?.account.exec(url)?.[1];
  return known === undefined || username === undefined
    ? undefined
    : { network: known.network, username };
}

function listAccounts({ links, orcid }: Cv["profile"]): Account[] {
  const accounts = links.flatMap(({ site, url }) => accountOf(site, url) ?? []);
  const isThere = orcid === undefined || accounts.some(({ network }) => network === "ORCID");
  return isThere ? accounts : [...accounts, { network: "ORCID", username: orcid }];
}

/** The head of a RenderCV file. */
export function describeRenderCvHead({ profile, positions }: Cv) {
  const { name, headline, place, emails, phone, links } = profile;
  const accounts = listAccounts(profile);
  return {
    name,
    headline: text(headline ?? positions.find(({ period }) => period.end === "present")?.title),
    location: text(place),
    email: emails[0],
    phone: phone?.startsWith("+") === true ? phone : undefined,
    website: links.find(({ site }) => site === "website")?.url,
    social_networks: accounts.length === 0 ? undefined : accounts,
  };
}

/** What that head has no place for. */
export function listHeadLosses({ profile: { emails, phone, aliases, links } }: Cv): Loss[] {
  const homeless = links
    .filter(({ site, url }) => site !== "website" && accountOf(site, url) === undefined)
    .map(({ site }) => site);
  return [
    ...(emails.length > 1
      ? [{ field: "profile.emails", reason: "one e-mail address only, the first" }]
      : []),
    ...(phone === undefined || phone.startsWith("+")
      ? []
      : [{ field: "profile.phone", reason: "it must begin with + and the code of a country" }]),
    ...(aliases.length > 0
      ? [{ field: "profile.aliases", reason: "no field for other forms of the name" }]
      : []),
    ...(homeless.length === 0
      ? []
      : [
          {
            field: "profile.links",
            reason: `no such network, or no account in the address: ${homeless.join(", ")}`,
          },
        ]),
  ];
}
