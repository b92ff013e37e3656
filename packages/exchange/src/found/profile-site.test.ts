import { expect, test } from "vitest";
import { readProfileLink } from "./profile-site.ts";

test.each([
  ["Mastodon", "@jd@fosstodon.org", { site: "mastodon", url: "https://fosstodon.org/@jd" }],
  [
    "Mastodon",
    "jd@social.example.org",
    { site: "mastodon", url: "https://social.example.org/@jd" },
  ],
  ["Mastodon", "@jd", undefined],
  ["X", "@jd", { site: "x", url: "https://x.com/jd" }],
  [
    "Google Scholar",
    "a b",
    { site: "google-scholar", url: "https://scholar.google.com/citations?user=a%20b" },
  ],
  ["Myspace", "jd", undefined],
])("finds the address of an account: %s %s", (network, username, link) =>
  expect(readProfileLink(network, username, undefined)).toEqual(link),
);
